import { upTo } from "../../../model/types/shape";
import { AGE_DETAIL, ETHNICITIES } from "../distributions";
import { Body, FaceSize, Limbs } from "../factors/body";
import type { Factor, Factors } from "../../../rows/factors";
import { FINER_ETHNICITIES, FinerEthnicity } from "../factors/finer-ethnicity";
import { Shoots } from "../factors/shoots";
import { AgeDetail, Ethnicity, People } from "../factors/people";
import { ShootCountry } from "../factors/shoot-country";
import type { ListSource, NumberSource } from "../../../rows/values/source";
import { COUNTRIES, REGIONS } from "../vocabulary/countries";
import { AGE_IDS, AGES, GENDER_IDS, GENDERS } from "../vocabulary/people";
import { gather } from "./gather";
import { type ColumnDefinition, type ColumnDefinitions, FLAG } from "../../../rows/column-definition";

/** Who is in the picture, and where. */
export const PEOPLE_COLUMNS: ColumnDefinitions = {
  gender_id: {
    shape: upTo(8),
    create: (factors) => ofTake(factors, "gender", new Uint8Array(factors.capacity), GENDER_IDS),
  },
  gender: {
    shape: { kind: "words", words: GENDERS },
    create: (factors) => ofTake(factors, "gender", new Uint16Array(factors.capacity)),
  },
  age_id: {
    shape: upTo(7),
    create: (factors) => ofTake(factors, "age", new Uint8Array(factors.capacity), AGE_IDS),
  },
  age: {
    shape: { kind: "words", words: AGES },
    create: (factors) => ofTake(factors, "age", new Uint16Array(factors.capacity)),
  },
  age_detail_id: {
    shape: upTo(AGE_DETAIL.flat().length),
    create(factors) {
      const { values, people } = factors.get(AgeDetail);
      return gather(values, people.shoots.takeOf, new Uint8Array(factors.capacity));
    },
  },
  location_id: {
    shape: upTo(COUNTRIES.length),
    create: (factors) => ofCountry(factors),
  },
  country_code: {
    shape: { kind: "words", words: ["", ...COUNTRIES.map(([code]) => code)] },
    create: (factors) => ofCountry(factors),
  },
  region: {
    shape: { kind: "words", words: REGIONS },
    create: (factors) => ofCountry(factors, [0, ...COUNTRIES.map(([, region]) => region)]),
  },
  ethnicity_ids: { shape: { kind: "list", element: upTo(ETHNICITIES.length) }, create: ethnicityIds },
  ...Object.fromEntries(ETHNICITIES.map((name, e) => [`ethnicity_${name}`, ethnicityFlag(Ethnicity, e + 1)])),
  ethnicity_hispanic_latino: ethnicityFlag(Ethnicity, ETHNICITIES.indexOf("hispanic") + 1),
  ...Object.fromEntries(
    FINER_ETHNICITIES.map((name, f) => [`ethnicity_${name}`, ethnicityFlag(FinerEthnicity, f)]),
  ),
  has_face: { shape: FLAG, create: (factors) => ({ values: factors.get(People).rowFace }) },
  has_body: { shape: FLAG, create: (factors) => ({ values: factors.get(Body).body }) },
  has_feet: { shape: FLAG, create: (factors) => ({ values: factors.get(Limbs).feet }) },
  has_hands: { shape: FLAG, create: (factors) => ({ values: factors.get(Body).hands }) },
  has_left_hand: { shape: FLAG, create: (factors) => ({ values: factors.get(Limbs).left }) },
  has_right_hand: { shape: FLAG, create: (factors) => ({ values: factors.get(Limbs).right }) },
  is_face_distant: { shape: FLAG, create: (factors) => ({ values: factors.get(FaceSize).distant }) },
  is_small: { shape: FLAG, create: (factors) => ({ values: factors.get(FaceSize).small }) },
  is_face_no_lms: { shape: FLAG, create: (factors) => ({ values: factors.get(FaceSize).noLandmarks }) },
};

function ofTake(
  factors: Factors,
  what: "gender" | "age",
  out: Uint8Array | Uint16Array,
  table?: readonly number[],
): NumberSource {
  const people = factors.get(People);
  return gather(people[what], people.shoots.takeOf, out, table);
}

function ofCountry(factors: Factors, table?: readonly number[]): NumberSource {
  const { values, shoots } = factors.get(ShootCountry);
  return gather(values, shoots.shootOf, new Uint16Array(factors.capacity), table);
}

/** Bit `bit` of the take's mask. */
function ethnicityFlag(kind: new (factors: Factors) => EthnicityMask, bit: number): ColumnDefinition {
  const create = (factors: Factors): NumberSource => {
    const { mask } = factors.get(kind);
    const { takeOf } = factors.get(Shoots);
    const values = new Uint8Array(factors.capacity);
    return {
      values,
      fill: (rows) => {
        for (let i = 0; i < rows; i++) values[i] = (mask[takeOf[i]!]! >> bit) & 1;
      },
    };
  };
  return { shape: FLAG, create };
}

interface EthnicityMask extends Factor {
  readonly mask: Uint8Array | Uint16Array;
}

function ethnicityIds(factors: Factors): ListSource {
  const { first, second, people } = factors.get(Ethnicity);
  const { takeOf } = people.shoots;
  const offsets = new Uint32Array(factors.capacity + 1);
  const elementCapacity = factors.capacity * 2;
  const values = new Uint8Array(elementCapacity);
  const fill = (rows: number): void => {
    let at = 0;
    for (let i = 0; i < rows; i++) {
      const t = takeOf[i]!;
      if (first[t]) values[at++] = first[t]!;
      if (second[t]) values[at++] = second[t]!;
      offsets[i + 1] = at;
    }
  };
  return { offsets, element: { values }, elementCapacity, fill };
}
