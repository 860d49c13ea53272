/** A sentence pattern. */
export interface Template {
  /** The pictures that it suits, in the language of `pools/pool.ts`. */
  readonly suits: string;
  /**
   * Slots name a pool: `{person}` takes an entry without its article, `{a person}` with it; `{Person}` and
   * `{A person}` are the same with a capital letter. The first slot or the text before it starts the
   * sentence.
   */
  readonly text: string;
}

export const TEMPLATES: readonly Template[] = [
  { suits: "", text: "{A person} {action} {location} {time}" },
  { suits: "", text: "{A person} {doing} {a object} {location}" },
  { suits: "", text: "{Person} {activity} {location} {time}" },
  { suits: "", text: "{Person} {pose} {setting} {time}" },
  { suits: "", text: "{A person} {with} {activity} {setting}" },
  { suits: "", text: "{Style} of {a person} {with} {location}" },
  { suits: "", text: "{Style} of {person} {activity} {setting}" },
  { suits: "", text: "{Person} {with} {pose} {location} {time}" },
  { suits: "", text: "{A person} {doing} {a object} {setting} {time}" },
  { suits: "one", text: "{A emotion} {person} {pose} {location}" },
  { suits: "one", text: "{Style} of {a emotion} {person} {location} {time}" },
  { suits: "one", text: "{A emotion} {person} {doing} {object} {location}" },

  { suits: "face", text: "Close-up of {person} {emotion} {doing} {object} {location}" },
  { suits: "face", text: "Portrait of {person} {emotion} {location}" },
  { suits: "face one", text: "Portrait of {a emotion} {person} {with} {setting}" },
  { suits: "face", text: "{Person} looking at camera while {activity} {location}" },
  { suits: "face one", text: "{Style} of {a emotion} {person} {doing} {a object} {setting}" },
  { suits: "face one", text: "Headshot of {a emotion} {person} {setting}" },

  { suits: "faceless", text: "Rear view of {a person} {action} {location} {time}" },
  { suits: "faceless outdoors", text: "Silhouette of {a person} {pose} {setting} {time}" },
  {
    suits: "faceless one teenager-old home kitchen office",
    text: "Hands of {a person} {doing} {a object} {setting}",
  },
  { suits: "faceless", text: "{A person} seen from behind {activity} {location}" },
  { suits: "faceless", text: "Back view of {person} {with} {activity} {setting}" },
  { suits: "faceless", text: "Cropped shot of {a person} {doing} {a object} {location}" },
  { suits: "faceless", text: "Unrecognizable {person} {action} {setting} {time}" },

  { suits: "none", text: "{Style} of {a object} {location} {time}" },
  { suits: "none", text: "{A object} {setting} {time} {with}" },
  { suits: "none", text: "{A object} {pose} {location} {time}" },
  { suits: "none", text: "{A emotion} scene {location} {setting} {time}" },
  { suits: "none", text: "Peaceful view {location} {time} {with}" },
];
