import {
  type DateTime,
  type DateTime64,
  type Decimal,
  type FixedString,
  type Float32,
  type Float64,
  type Int32,
  type LowCardinality,
  OlapTable,
  type UInt16,
  type UInt32,
  type UInt64,
  type UInt8,
} from "@514labs/moose-lib";
import type { tags } from "typia";
import { imagesAnalytical } from "../../datamodels/images-analytical";

/** Fewer columns. */
interface Fewer {
  image_id: UInt32;
  caption: string;
  upload_date: string & tags.Format<"date">;
}

/** Other types and nullability, in another order. */
interface Other {
  updated_at: DateTime | null;
  caption: string | null;
  face_x: Float64;
  face_y: Decimal<10, 4> | null;
  topic_score_1: Decimal<6, 3>;
  upload_date: DateTime;
  site_name: string;
  gender: (string & LowCardinality) | null;
  body_pose_cluster_512: UInt16;
  keyword_ids: UInt64[];
  has_face: UInt8;
  image_id: UInt64;
}

/** Columns that the generator does not know. */
interface More {
  image_id: UInt32;
  rating: Float32;
  price: Decimal<12, 2>;
  votes: Int32 | null;
  hash: FixedString<16>;
  external_id: string & tags.Format<"uuid">;
  reviewed_at: DateTime64<3>;
  notes: string | null;
  labels: string[];
  flags: boolean[];
}

const orderByFields = ["image_id" as const];

/** Tables of several shapes; none of them is in this project's index. */
export const projectModels: readonly OlapTable<any>[] = [
  imagesAnalytical,
  new OlapTable<Fewer>("fewer", { orderByFields }),
  new OlapTable<Other>("other", { orderByFields }),
  new OlapTable<More>("more", { orderByFields }),
];
