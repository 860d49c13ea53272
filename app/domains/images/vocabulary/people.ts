/**
 * As `gender` and `age` have them, and the ids in `gender_id` and `age_id`. The first ones stand for nobody; "none" is
 * somebody of whom it is not known.
 */
export const GENDERS: readonly string[] = ["", "women", "men", "none"];
export const GENDER_IDS: readonly number[] = [0, 8, 1, 2];

export const AGES: readonly string[] = ["", "baby", "child", "teenager", "young", "adult", "old"];
export const AGE_IDS: readonly number[] = [0, 1, 3, 4, 5, 6, 7];
