import type { TableFacts } from "../../../app/model/table-facts";
import { facts } from "./facts";

/** Tables as Moose's templates and documentation declare them. */
export const TEMPLATE_TABLES: readonly TableFacts[] = [
  facts(
    "Foo",
    `primaryKey String
     timestamp Float64
     optionalText Nullable(String)`,
    ["primaryKey"],
    { primaryKey: ["primaryKey"] },
  ),
  facts(
    "Bar",
    `primaryKey String
     utcTimestamp DateTime('UTC')
     hasText Bool
     textLength Float64`,
    ["primaryKey"],
    { primaryKey: ["primaryKey"] },
  ),
  facts(
    "Brain",
    `timestamp DateTime('UTC')
     bandOn Bool
     acc Nested(x Float64, y Float64, z Float64)
     gyro Nested(x Float64, y Float64, z Float64)
     alpha Float64
     beta Float64
     delta Float64
     theta Float64
     gamma Float64
     ppm Nested(channel1 Float64, channel2 Float64, channel3 Float64)
     events Array(Nested(x Float64, y Float64, name String))
     sessionId String`,
    ["sessionId", "timestamp"],
    { primaryKey: ["sessionId"] },
  ),
  facts(
    "FlattenedBrain",
    `timestamp DateTime('UTC')
     acc.x Array(Float64)
     acc.y Array(Float64)
     acc.z Array(Float64)
     sessionId String`,
    ["sessionId", "timestamp"],
    { primaryKey: ["sessionId"] },
  ),
  facts(
    "PlanEvents",
    `event_time DateTime('UTC')
     plan LowCardinality(String)
     seats Float64
     region LowCardinality(String)`,
    ["event_time"],
    { schemas: { plan: { values: ["free", "max", "pro"] } } },
  ),
  facts(
    "Attendance",
    `id String
     status UInt8 -- 1 = attended, 2 = no-show, 3 = excused
     room LowCardinality(String) -- Values: Aspen, Birch, Cedar
     host LowCardinality(String) -- ~40 unique values, e.g. web-1, web-2
     score Float64 -- Score from 0 to 10
     rating UInt8 -- between 1 and 5
     ticket String -- Format: TKT-####
     fee UInt32 -- Fee in cents
     ratio Float32 -- 0-1
     note Nullable(String) -- Whatever the host wrote`,
    ["id"],
    { primaryKey: ["id"] },
  ),
];
