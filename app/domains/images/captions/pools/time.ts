import type { Pool } from "./pool";

/** When it is. All of one shoot share it. */
export const time: Pool = [
  { suits: "any", entries: [
    "during the day", "in the morning", "in the afternoon", "early in the day", "late in the morning", "late in the afternoon", "right after lunch", "around noon",
    "on a weekday", "on an ordinary day", "on a quiet morning", "on a slow afternoon", "on a busy day", "at midday", "shortly before noon", "just after midday",
    "on a calm morning", "on a Monday morning", "on a Monday afternoon",
    "on a Tuesday morning", "on a Tuesday afternoon", "on a Wednesday morning", "on a Wednesday afternoon", "on a Thursday morning", "on a Thursday afternoon", "on a Friday morning", "on a Friday afternoon",
    "on a special day", "at the end of the week",
  ] },
  { suits: "any -office -school", entries: ["on the weekend", "on a day off", "on a lazy afternoon", "on a quiet Sunday", "on a Sunday afternoon", "on a Sunday morning", "on a Saturday morning", "on a Saturday afternoon", "on a holiday", "at the weekend"] },
  { suits: "any -winter -beach -nature", entries: ["in the evening", "early in the evening", "on a Friday evening", "late in the day"] },
  { suits: "any home kitchen cafe street travel", entries: ["on a Saturday evening"] },
  { suits: "any home kitchen cafe street travel", entries: ["at night", "late in the evening", "on a rainy day", "on a rainy afternoon"] },
  { suits: "any indoors -studio", entries: ["on a winter morning", "on an autumn afternoon", "on a gray morning", "on a cloudy afternoon", "before sunset", "after sunrise"] },
  { suits: "any outdoors", entries: ["on a bright day", "on a clear day", "at sunrise", "at sunset", "at dawn", "at dusk", "at golden hour", "on a clear morning", "on a cloudy day", "in the late afternoon sun", "in early morning light", "on a sunny day"] },
  { suits: "any outdoors -winter", entries: ["on a summer day", "on a sunny afternoon", "in summer", "on a warm day", "on a summer morning", "on a warm afternoon", "on a summer weekend", "during summer vacation", "on a hot summer day"] },
  { suits: "any street park nature", entries: ["in spring", "in autumn", "on a spring morning", "on an autumn day", "in early spring", "in late summer", "on a misty morning", "on a breezy day", "on a spring afternoon"] },
  { suits: "any winter", entries: ["in winter", "on a winter day", "on a frosty morning", "on a cold day", "on a frosty afternoon", "during winter break", "on a crisp winter morning", "in January", "in December", "in February"] },
];
