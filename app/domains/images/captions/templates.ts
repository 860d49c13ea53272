/** A sentence pattern. */
export interface Template {
  /** The pictures that it suits, in the language of `pools/pool.ts`. */
  readonly fits: string;
  /**
   * Slots name a pool: `{person}` takes an entry without its article, `{a person}` with it; `{Person}` and
   * `{A person}` are the same with a capital letter. The first slot or the text before it starts the
   * sentence.
   */
  readonly text: string;
}

export const TEMPLATES: readonly Template[] = [
  { fits: "", text: "{A person} {action} {location} {time}" },
  { fits: "", text: "{A person} {doing} {a object} {location}" },
  { fits: "", text: "{Person} {activity} {location} {time}" },
  { fits: "", text: "{Person} {pose} {setting} {time}" },
  { fits: "", text: "{A person} {with} {activity} {setting}" },
  { fits: "", text: "{Style} of {a person} {with} {location}" },
  { fits: "", text: "{Style} of {person} {activity} {setting}" },
  { fits: "", text: "{Person} {with} {pose} {location} {time}" },
  { fits: "", text: "{A person} {doing} {a object} {setting} {time}" },
  { fits: "one", text: "{A emotion} {person} {pose} {location}" },
  { fits: "one", text: "{Style} of {a emotion} {person} {location} {time}" },
  { fits: "one", text: "{A emotion} {person} {doing} {object} {location}" },

  { fits: "face", text: "Close-up of {person} {emotion} {doing} {object} {location}" },
  { fits: "face", text: "Portrait of {person} {emotion} {location}" },
  { fits: "face one", text: "Portrait of {a emotion} {person} {with} {setting}" },
  { fits: "face", text: "{Person} looking at camera while {activity} {location}" },
  { fits: "face one", text: "{Style} of {a emotion} {person} {doing} {a object} {setting}" },
  { fits: "face one", text: "Headshot of {a emotion} {person} {setting}" },

  { fits: "faceless", text: "Rear view of {a person} {action} {location} {time}" },
  { fits: "faceless outdoors", text: "Silhouette of {a person} {pose} {setting} {time}" },
  {
    fits: "faceless one teenager-old home kitchen office",
    text: "Hands of {a person} {doing} {a object} {setting}",
  },
  { fits: "faceless", text: "{A person} seen from behind {activity} {location}" },
  { fits: "faceless", text: "Back view of {person} {with} {activity} {setting}" },
  { fits: "faceless", text: "Cropped shot of {a person} {doing} {a object} {location}" },
  { fits: "faceless", text: "Unrecognizable {person} {action} {setting} {time}" },

  { fits: "none", text: "{Style} of {a object} {location} {time}" },
  { fits: "none", text: "{A object} {setting} {time} {with}" },
  { fits: "none", text: "{A object} {pose} {location} {time}" },
  { fits: "none", text: "{A emotion} scene {location} {setting} {time}" },
  { fits: "none", text: "Peaceful view {location} {time} {with}" },
];
