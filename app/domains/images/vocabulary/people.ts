/** As `gender` has them, by `gender_id`; the first one stands for nobody and for "not known". */
export const GENDERS: readonly string[] = ["", "women", "men"];

/** As `age` has them, by `age_id`; the first one stands for nobody and for "not known". */
export const AGES: readonly string[] = ["", "baby", "child", "teenager", "young", "adult", "old"];
