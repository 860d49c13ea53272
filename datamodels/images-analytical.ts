import {
  ClickHouseEngines,
  type DateTime,
  type Decimal,
  type Float32,
  type LowCardinality,
  OlapTable,
  type UInt16,
  type UInt32,
  type UInt8,
} from "@514labs/moose-lib";
import type { tags } from "typia";

/** One stock photo. Unknown is 0, "" or 1970-01-01; NULL means "not clustered". */
export interface ImagesAnalytical {
  image_id: UInt32;
  site_name_id: UInt8;
  site_name: string & LowCardinality;
  site_image_id: string;
  gender_id: UInt8;
  gender: string & LowCardinality;
  age_id: UInt8;
  age: string & LowCardinality;
  age_detail_id: UInt8;
  location_id: UInt16;
  country_code: string & LowCardinality;
  region: string & LowCardinality;
  keyword_ids: UInt32[];
  ethnicity_ids: UInt8[];
  ethnicity_white: boolean;
  ethnicity_black: boolean;
  ethnicity_asian: boolean;
  ethnicity_hispanic: boolean;
  ethnicity_middle_eastern: boolean;
  ethnicity_native_american: boolean;
  ethnicity_pacific_islander: boolean;
  ethnicity_mixed: boolean;
  ethnicity_other: boolean;
  has_face: boolean;
  has_body: boolean;
  has_feet: boolean;
  has_hands: boolean;
  has_left_hand: boolean;
  has_right_hand: boolean;
  is_face_distant: boolean;
  is_small: boolean;
  is_face_no_lms: boolean;
  face_x: Decimal<6, 3>;
  face_y: Decimal<6, 3>;
  face_z: Decimal<6, 3>;
  mouth_gap: Decimal<6, 3>;
  body_pose_cluster_256: UInt16 | null;
  body_pose_cluster_512: UInt16 | null;
  body_pose_cluster_768: UInt16 | null;
  hand_poses_cluster_32: UInt8 | null;
  hand_gesture_cluster_32: UInt8 | null;
  hand_gesture_cluster_64: UInt8 | null;
  hand_gesture_cluster_128: UInt8 | null;
  arms_poses3D_cluster_64: UInt8 | null;
  arm_poses3D_cluster_128: UInt8 | null;
  hand_position_cluster_128: UInt8 | null;
  hsv_cluster: UInt16 | null;
  meta_hsv_cluster: UInt16 | null;
  face_cluster: UInt16 | null;
  topic_id_1: UInt16;
  topic_score_1: Float32;
  topic_id_2: UInt16;
  topic_score_2: Float32;
  topic_id_3: UInt16;
  topic_score_3: Float32;
  is_not_face_topic_id: UInt16 | null;
  is_not_face_score: Float32;
  is_face_model_topic_id: UInt16 | null;
  is_face_model_score: Float32;
  affect_id: UInt16 | null;
  affect_score: Float32;
  detection_count: UInt16;
  detection_classes: UInt8[];
  detection_top_class_id: UInt8;
  detection_top_class_confidence: Float32;
  obj_cluster: UInt16 | null;
  upload_date: string & tags.Format<"date">;
  author: string & LowCardinality;
  caption: string;
  content_url: string;
  width: UInt16;
  height: UInt16;
  is_dupe_of: UInt32;
  updated_at: DateTime;
}

export const imagesAnalytical = new OlapTable<ImagesAnalytical>("images_analytical", {
  engine: ClickHouseEngines.ReplacingMergeTree,
  ver: "updated_at",
  orderByFields: [
    "has_face",
    "detection_top_class_id",
    "body_pose_cluster_512",
    "hand_position_cluster_128",
    "site_name_id",
    "location_id",
    "upload_date",
    "image_id",
  ],
  settings: { allow_nullable_key: "1" },
});
