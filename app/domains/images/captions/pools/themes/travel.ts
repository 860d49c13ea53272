import type { SceneThemes } from "../../theme";

export const travel: SceneThemes = {
  view: "a row of suitcases | an empty waiting hall | a departure board | a revolving door | a deserted platform",
  general: {
    who: "a traveler | a tourist | a passenger | a business traveler | a backpacker\n many: travelers | tourists | passengers | a tour group",
    doing: `
      going on vacation | waiting with luggage | traveling | starting a trip | planning a journey | looking at a map | checking the timetable | booking a trip online | waiting for a transfer | returning from vacation | using {a device}
      many: going on a city break | traveling together | waiting in line | planning a route
      hands: pulling a suitcase | holding a ticket | carrying a backpack | holding a passport
      body: standing with luggage | walking through the hall`,
    thing: "a suitcase | a ticket | a backpack | a passport | a travel guide | a neck pillow | a trolley | a timetable | headphones | a souvenir | a map | {a device}",
    place: "in the waiting hall | at the terminal | at the travel agency | at the ticket counter | in the waiting area | at the tourist information | in the arrival hall",
    idea: "travel | tourism | a journey | vacation | wanderlust | business travel | a delay | a trip abroad | adventure | a city break",
  },
  topics: {
    12: {
      who: "an airline passenger | a pilot | a flight attendant | a customs officer | a frequent flyer\n many: airline passengers | flight attendants | a cabin crew",
      doing: `
        waiting for a flight | checking in for a flight | boarding a plane | looking out of the plane window | going through security | missing a flight | sleeping on the plane | collecting baggage | working in business class
        many: saying goodbye at the gate
        hands: holding a boarding pass | stowing hand luggage | showing a passport | pushing a baggage cart
        body: running to the gate | standing at the gate`,
      thing: "a boarding pass | an airplane | a departure board | hand luggage | a passport | a baggage carousel | an aisle seat | a seat belt | duty-free bags | a visa",
      place: "at the airport | at the gate | in the departure lounge | on the plane | at the check-in desk | at baggage claim | in the cockpit | in Terminal {#1-5}",
      idea: "aviation | a flight | airport security | jet lag | departure | an airline | customs | immigration | turbulence",
      wear: "in a pilot uniform | in {a color} neck pillow",
    },
    16: {
      who: "a train passenger | a train conductor | an interrailer | a commuter | a railway worker\n many: train passengers | commuters | interrailers",
      doing: `
        waiting for the train | looking out of the train window | traveling by train | reading a magazine | saying farewell | changing trains | buying a train ticket | missing the train | commuting by rail
        many: hugging on the platform
        body: running along the platform | standing on the platform | boarding the train
        hands: waving from the train | punching a ticket`,
      thing: "a train | a railway ticket | a locomotive | a station clock | a timetable | a compartment | a rail pass | a platform bench | rails",
      place: "at the train station | on the platform | on the train | in a sleeping car | at the railway station | in the dining car | on platform {#1-14} | at {coin} Station",
      idea: "rail travel | commuting | a reunion | a farewell | a train journey | railways | Interrail | punctuality",
    },
    19: {
      who: "a hotel guest | a hotel manager | a concierge | a receptionist\n women: a chambermaid\n men: a bellboy\n many: hotel guests | hotel staff\n two: a couple on a romantic getaway",
      doing: `
        checking into a hotel | waking up in a hotel room | relaxing in the spa | ordering room service | welcoming guests | making the bed | enjoying the hotel breakfast | booking a suite | waiting at the reception | unpacking a suitcase
        hands: holding a key card | ringing the reception bell | carrying luggage | folding towels
        body: lying on a hotel bed | standing on the hotel balcony`,
      thing: "a key card | a minibar | a reception bell | a bathrobe | a hotel bed | a luggage cart | a chandelier | slippers | fresh towels | a sauna",
      place: "in a hotel room | in the hotel lobby | at the hotel reception | in a luxury suite | at the Hotel {coin} | at the {coin} Resort | in the hotel spa",
      idea: "hospitality | a hotel stay | luxury | room service | a getaway | housekeeping | a honeymoon | a reservation | comfort",
      wear: "in a bathrobe | in a hotel uniform",
    },
    42: {
      who: "a commuter | a bus driver | a subway passenger | a tram driver | a museum visitor | an art lover | a tour guide | a curator\n many: commuters | museum visitors | subway passengers",
      doing: `
        riding the subway | waiting for the bus | taking the tram | sleeping on the bus | visiting a museum | looking at a painting | listening to an audio guide | commuting to work | admiring a sculpture | reading on the metro
        body: standing in a crowded bus | standing in front of a painting | climbing the subway stairs
        hands: holding on to a strap | validating a ticket | pointing at an exhibit`,
      thing: "a bus seat | a metro card | a painting | a statue | an escalator | a turnstile | an audio guide | a tram | an exhibition poster | a dinosaur skeleton",
      place: "on the subway | on the bus | in the metro | at the bus station | in a museum | at the art gallery | on the escalator | in the {family} Museum | on line {#1-90}",
      idea: "public transport | the subway | an exhibition | commuting | culture | art history | urban mobility | sightseeing | fine arts",
    },
  },
};
