import type { Column, Model } from "../../app/model/column";
import { parseColumnType } from "../../app/model/parse-column-type";

/** A column of a type as the server writes it. */
export function column(
  name: string,
  clickhouseType: string,
  defaultKind: Column["defaultKind"] = "",
): Column {
  return { name, clickhouseType, ...parseColumnType(clickhouseType), defaultKind };
}

/** Columns from lines of `name Type`. */
export function modelOf(lines: string): Model {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [name, ...type] = line.trim().split(" ");
      return column(name!, type.join(" "));
    });
}

/** The table as Moose creates it for the project's own model. */
export const DEFAULT_MODEL: Model = modelOf(`
  image_id UInt32
  site_name_id UInt8
  site_name LowCardinality(String)
  site_image_id String
  gender_id UInt8
  gender LowCardinality(String)
  age_id UInt8
  age LowCardinality(String)
  age_detail_id UInt8
  location_id UInt16
  country_code LowCardinality(String)
  region LowCardinality(String)
  keyword_ids Array(UInt32)
  ethnicity_ids Array(UInt8)
  ethnicity_white Bool
  ethnicity_black Bool
  ethnicity_asian Bool
  ethnicity_hispanic Bool
  ethnicity_middle_eastern Bool
  ethnicity_native_american Bool
  ethnicity_pacific_islander Bool
  ethnicity_mixed Bool
  ethnicity_other Bool
  has_face Bool
  has_body Bool
  has_feet Bool
  has_hands Bool
  has_left_hand Bool
  has_right_hand Bool
  is_face_distant Bool
  is_small Bool
  is_face_no_lms Bool
  face_x Decimal(6, 3)
  face_y Decimal(6, 3)
  face_z Decimal(6, 3)
  mouth_gap Decimal(6, 3)
  body_pose_cluster_256 Nullable(UInt16)
  body_pose_cluster_512 Nullable(UInt16)
  body_pose_cluster_768 Nullable(UInt16)
  hand_poses_cluster_32 Nullable(UInt8)
  hand_gesture_cluster_32 Nullable(UInt8)
  hand_gesture_cluster_64 Nullable(UInt8)
  hand_gesture_cluster_128 Nullable(UInt8)
  arms_poses3D_cluster_64 Nullable(UInt8)
  arm_poses3D_cluster_128 Nullable(UInt8)
  hand_position_cluster_128 Nullable(UInt8)
  hsv_cluster Nullable(UInt16)
  meta_hsv_cluster Nullable(UInt16)
  face_cluster Nullable(UInt16)
  topic_id_1 UInt16
  topic_score_1 Float32
  topic_id_2 UInt16
  topic_score_2 Float32
  topic_id_3 UInt16
  topic_score_3 Float32
  is_not_face_topic_id Nullable(UInt16)
  is_not_face_score Float32
  is_face_model_topic_id Nullable(UInt16)
  is_face_model_score Float32
  affect_id Nullable(UInt16)
  affect_score Float32
  detection_count UInt16
  detection_classes Array(UInt8)
  detection_top_class_id UInt8
  detection_top_class_confidence Float32
  obj_cluster Nullable(UInt16)
  upload_date Date32
  author LowCardinality(String)
  caption String
  content_url String
  width UInt16
  height UInt16
  is_dupe_of UInt32
  updated_at DateTime('UTC')
`);
