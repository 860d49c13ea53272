import {
  ClickHouseEngines,
  type DateTime,
  type LowCardinality,
  OlapTable,
  type UInt16,
  type UInt64,
  type UInt8,
} from "@514labs/moose-lib";

/**
 * This service's own idea of an image: fewer columns than Data Faker knows, some of other types, one of its
 * own.
 */
export interface ImagesAnalytical {
  image_id: UInt64;
  site_name: string;
  gender: string & LowCardinality;
  age: string & LowCardinality;
  country_code: string & LowCardinality;
  keyword_ids: UInt16[];
  has_face: boolean;
  body_pose_cluster_512: UInt16;
  topic_score_1: number;
  upload_date: DateTime;
  caption: string;
  content_url: string;
  review_state: UInt8;
  updated_at: DateTime;
}

export const imagesAnalytical = new OlapTable<ImagesAnalytical>("images_analytical", {
  engine: ClickHouseEngines.ReplacingMergeTree,
  ver: "updated_at",
  orderByFields: ["has_face", "upload_date", "image_id"],
});
