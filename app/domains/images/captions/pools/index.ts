import { action } from "./action";
import { activity } from "./activity";
import { doing } from "./doing";
import { emotion } from "./emotion";
import { location } from "./location";
import { object } from "./object";
import { person } from "./person";
import type { Pool } from "./pool";
import { pose } from "./pose";
import { setting } from "./setting";
import { style } from "./style";
import { time } from "./time";
import { withPool } from "./with";

/** All pools by the names that templates use. Their order numbers the draws: add new ones at the end. */
export const POOLS: Readonly<Record<string, Pool>> = {
  person, action, location, time, emotion, doing, object, activity, setting, with: withPool, pose, style,
};
