import fc from "fast-check";
import type { Model } from "../../app/model/column";
import { column, DEFAULT_MODEL, modelOf } from "./default-model";

/** The default model in other types, with columns that the generator does not know. */
export const OTHER_MODEL: Model = modelOf(`
  tenant LowCardinality(String)
  updated_at DateTime64(6, 'UTC')
  image_id UInt64
  gender Enum8('' = 0, 'men' = 1, 'none' = 2, 'women' = 8)
  gender_id Nullable(UInt64)
  age String
  age_id Enum8('none' = 0, 'baby' = 1, 'infant' = 2, 'child' = 3, 'teenager' = 4, 'young' = 5, 'adult' = 6, 'old' = 7)
  country_code FixedString(3)
  region LowCardinality(Nullable(String))
  site_image_id UInt64
  keyword_ids Array(Nullable(Int64))
  ethnicity_ids Array(UInt16)
  ethnicity_white UInt8
  has_face Nullable(Bool)
  has_body Float32
  face_x Float64
  face_y Decimal(20, 5)
  face_z Int16
  mouth_gap String
  body_pose_cluster_512 UInt16
  hand_position_cluster_128 UInt8
  hsv_cluster Int32
  topic_score_1 Decimal(5, 4)
  topic_score_2 Float64
  affect_score String
  detection_classes Array(UInt8)
  detection_top_class_id Int128
  upload_date Date
  author String
  caption LowCardinality(String)
  content_url FixedString(131)
  width UInt256
  is_dupe_of UInt64
  rating Nullable(Float32)
  batch_id UUID
  tags Array(LowCardinality(String))
  matrix Array(Array(Nullable(Int8)))
  price Decimal(10, 2)
  imported_at DateTime
  licence Enum16('free' = -5, 'paid' = 300)
  address IPv4
  origin Nullable(IPv6)
  place Point
  crop Polygon
  camera Tuple(maker String, lens Tuple(UInt8, Nullable(Float32)))
  counts Map(LowCardinality(String), Array(UInt16))
  history Array(Tuple(at DateTime, by Nullable(String)))
  parts Nested(name String, size Nullable(UInt16))
  exif.name Array(String)
  exif.value Array(Array(Int8))
  meta JSON(a Nullable(UInt8), tags Array(String))
  views SimpleAggregateFunction(sum, UInt64)
`);

/** A part of one of the two models, in any order, with the image id. */
export const anyModel: fc.Arbitrary<Model> = fc
  .constantFrom(DEFAULT_MODEL, OTHER_MODEL)
  .chain((model) => fc.shuffledSubarray([...model], { minLength: 1 }))
  .map((columns) =>
    columns.some(({ name }) => name === "image_id") ? columns : [column("image_id", "UInt64"), ...columns],
  );

export const anySeed = fc.oneof(fc.constant("42"), fc.string({ unit: "binary" }));

/** First ids: small ones, ones at a window's edge, and ones beyond 32 bits where the type allows. */
export function anyFirstId(model: Model): fc.Arbitrary<number> {
  const wide = model.find(({ name }) => name === "image_id")!.clickhouseType === "UInt64";
  const small = [fc.nat(300), fc.nat(2 ** 31), fc.nat(1_000).map((w) => (w * 64 - 1 < 0 ? 0 : w * 64 - 1))];
  const large = [
    fc.integer({ min: 2 ** 32 - 80, max: 2 ** 32 + 80 }),
    fc.integer({ min: 2 ** 52, max: 2 ** 53 - 2_000 }),
  ];
  return fc.oneof(...small, ...(wide ? large : []));
}
