/** Pairs of kinds of words that do not go together in one caption, between bars; "?" makes an s optional. */
const PAIRS: readonly (readonly [string, string])[] = [
  // Asleep and awake.
  [
    "sleeping|asleep|napping|to sleep|yawning|wrapped in a muslin cloth|curled up",
    "smiling|laughing|crying|giggling|curious|surprised|excited|cheerful|playful|joyful|amazed|attentive|focused|energetic|drooling|happy|blue-eyed|glasses|sunglasses|looking into the camera",
  ],
  // Private and professional.
  [
    "couple|husband|wife|newlyweds|family|relatives|grandparents?|grandmother|grandfather|grandchild|grandchildren|siblings|roommates|parents?|best friends|mother|father|twins|neighbors|kid|toddlers?|generations|day off|weekend|Sunday|Saturday|public holiday|barefoot",
    "office|boardroom|a meeting|meeting room|HR|client|colleagues?|coworkers|deadline|strategy|negotiating|corporate|seminar|conference|call center|reception|documents|headquarters|workplace|server room|trading floor|operating room|intensive care|warehouse|construction|roadworks|scaffold|presentation|pitch|deal|invoices|coding|programming|law firm|employees?|workplace|at work|career|employment|company|lobby|executive|skyscraper|surgeons?|doctors?|clinic|legal advice|client|business",
  ],
  // Those who serve, and what is done by who is served.
  [
    "server|owner|owners|waitress|head waiter|chef de rang|baristas?|bartenders?|barmaid|mixologist|chefs?|bakers?|bakery staff|shop assistant|winemaker|brewers?|sommelier|roaster|confectioner|receptionist|flight attendants?|pilot|makeup artists?|hairdressers?|beautician|cosmetologist|midwife|newborn photographer|fashion models?|supermodel|bus driver|tram driver|vendor|fishmonger|concierge|chambermaid|bellboy|hotel manager|lecturer|teacher|professor|tutor|principal|doctors?|nurses?|surgeons?|dentist|pediatrician",
    "waiting for the food|ordering|reading the menu|having lunch|having dinner|romantic dinner|paying the bill|a meal|happy hour|working remotely|clinking|toasting|birthday|buying|choosing|getting a|hair done|a manicure|breastfeeding|expecting|eating|drinking|sketching|sewing|measuring|flirting|booking|room service|checking in|shopping|graduating|studying for|an exam|finals|homework|waiting for the class|first day of school|listening to the teacher|writing an essay|a checkup|test results|consulting a doctor",
  ],
  // Guests, and what is done by who serves them.
  [
    "guests?|customers?|coffee lover|freelancer|wine lovers?|critic|friends|couple|family|patient|passengers?|tourists?|roommates|classmates|students?|travelers?|pupils?|schoolchild|schoolchildren|kids|children|patients",
    "serving|taking an order|polishing glasses|mixing a cocktail|shaking a cocktail|steaming milk|roasting coffee beans|making coffee|tapping a beer keg|taking bread out|opening the bakery|selling|behind the bar|at the pass|garnishing|shaping dough|making the bed|behind the espresso machine|pouring gin|directing traffic|teaching|preparing a lesson|grading|examining a patient|reading an X-ray|writing a prescription|explaining a diagnosis|giving an injection|talking to a patient|measuring blood pressure|doing the rounds",
  ],
  // Cold, and light clothes.
  [
    "cold|chilly|winter|snow|snowy|icy|frozen|Christmas|stormy|sleet|ice",
    "barefoot|shorts|swimsuit|swimwear|bikini|sundress|tank top|crop top|halter top|camisole|sandals|straw hat|sun hat|Hawaiian|sleeveless|ice cream|popsicles|bare shoulders|muscle shirt|sunbathing|tan",
  ],
  // Gloomy and merry.
  [
    "sad|worried|bored|tired|upset|lonely|stressed|exhausted|angry|anxious|frustrated|disappointed|depressed|melancholic|nervous|crying|shocked|stern|suspicious|impatient|confused|skeptical|serious",
    "celebrating|celebration|nightlife|carnival|festival|party|enjoying|having fun|laughing|cheering|dancing|playing|party|relaxing|toasting|clinking|hugging|cuddling|jumping|cooling off|happiness|joy|fun|success|romantic|love|soap bubbles|vacation|birthday|wedding|winking|a present|a selfie|thumbs up|tasting|picnic|flirting|quality time|leisure|wellness|freedom|wanderlust|paradise|eating|resting|listening to music|friendship|break|confidence|taking in|having lunch|relaxation|serenity|motivation",
  ],
  // Where one rests, and what is not done there.
  [
    "in bed|in the bathtub|in the crib|beside the crib|on the sofa|on the couch|in an armchair|on the floor at home|by the window|in a stroller|on a park bench|in a hammock|on the merry-go-round|blanket fort|on a cozy rug|on the living room carpet|in the attic|in the hallway|under the sink|in front of the oven|in a repair shop|at the car dealership|in a parking lot|at the gas station",
    "assembling|vacuuming|ironing|moving into|unpacking|painting a wall|cooking|walking|running|looking out of the window|exercises|folding|watering|standing|cleaning|mopping|dancing|riding|jogging|putting the kids|taking a bath|going for a ride|learning to walk|building|feeding|hide and seek|first steps|sleeping in|lying down|decorating|sitting in|watching television|jigsaw puzzle|family pictures|bathtub|crib|driving|stuck in",
  ],
  // Fine clothes and rough places.
  [
    "gown|tuxedo|suit|cocktail dress|bow tie|pencil skirt|blazer|lace top|tulle|high heels|velvet|satin|glittering|silk|sequins|bodysuit|camisole|business clothes|shirt and tie|designer|moccasins|tulle skirt|ruffled|leopard print",
    "hiking|hiker|farm|forest|mountains?|trail|harvesting|planting|jogging|workout|gym|training|climbing|skiing|sledding|snow|snowy|beach|surfing|swimming|fishing|camping|weeding|gardening|muddy|field|welding|construction|scrubbing|repairing|wilderness|yoga|lake|rocky|tractor|woods|meadow|valley|ranger|herding|frozen|ice|seashore|sand",
  ],
  // Night and day.
  [
    "night|midnight|evening|nightlife|moonlight|neon|stars|candlelight|dusk|twilight|sunset|bedtime|nightfall|nightclub",
    "sunny|sunlight|daylight|breakfast|noon|morning|sunrise|dawn|sunbathing|in the sun|sunshine|afternoon|hot day|bright day|blue sky|during the day|lunch|brunch|early bird|late riser",
  ],
  // The sea, and places that lie far from it.
  [
    "beach|seashore|sea|surfing|surfer|surfers|ocean|waves|lighthouse|tide|coast|harbor wall|cove|dunes|pier|marina|seagulls|salty|sandy|sandcastle|lifeguard|seashells|palm tree|yacht",
    "Chicago|Austin|Denver|Nashville|Beijing|Chengdu|Chongqing|Xi'an|Nanjing|Wuhan|Suzhou|Guilin|Kunming|Manchester|Leeds|Oxford|Cambridge|Bath|York|Camden|Berlin|Munich|Cologne|Frankfurt|Stuttgart|Leipzig|Dresden|Düsseldorf|Nürnberg|Freiburg|Heidelberg|Münster|Würzburg|New Delhi|Bangalore|Jaipur|Hyderabad|Pune|Varanasi|Udaipur|Ahmedabad|Agra|Lucknow|Kyiv|Lviv|Kharkiv|Dnipro|Chernivtsi|Uzhhorod|Vinnytsia|Poltava|Ternopil|Madrid|Sevilla|Granada|Zaragoza|Córdoba|Rome|Milan|Florence|Turin|Bologna|Verona|Siena|Forlì|Moscow|Novosibirsk|Yekaterinburg|Kazan|Samara|Irkutsk|Krasnodar|Suzdal|Bangkok|Chiang Mai|Ayutthaya|Chiang Rai|Khon Kaen|São Paulo|Brasília|Belo Horizonte|Curitiba|Goiânia|Paris|Lyon|Strasbourg|Toulouse|Annecy|Besançon|Calgary|Ottawa|Edmonton|Winnipeg|Banff|Kyoto|Nara|Shibuya|Hakone|Warsaw|Kraków|Wrocław|Poznań|Łódź|Katowice|Lublin|Zakopane|Toruń|Johannesburg|Pretoria|Stellenbosch|Soweto|Bloemfontein|Mexico City|Guadalajara|Oaxaca|Monterrey|Puebla|San Miguel de Allende|Querétaro|Guanajuato|Ankara|Bursa|Göreme|Eskişehir|Abuja|Ibadan|Kano|Enugu|Benin City|Ikeja|Utrecht|Leiden|Groningen|Delft|Eindhoven|Maastricht|Jeonju|Gyeongju|Daegu|Suwon|Gwangju|Uppsala|Lund|Kiruna|Örebro|Yogyakarta|Bandung|Ubud|Medan|Coimbra|Sintra|Évora|Braga|Guimarães|Bogotá|Medellín|Cali|Salento|Guatapé|Nairobi|Nakuru|Maasai Mara|Naivasha|Eldoret|Hanoi|Sapa|Da Lat|Ninh Binh|Kuala Lumpur|Ipoh|Córdoba|Mendoza|Bariloche|Rosario|Salta|Tucumán|Bucharest|Cluj-Napoca|Brașov|Sibiu|Timișoara|Iași|Sinaia|Sighișoara|Queenstown|Rotorua|Wanaka|Brussels|Ghent|Liège|Leuven|Namur|Mechelen|Baguio|Lillehammer|Kumasi|Tamale|Cairo|Giza|Luxor|Aswan|Siwa|Marrakesh|Fes|Chefchaouen|Merzouga|Tampere|Rovaniemi|Jyväskylä|Levi|Jerusalem|Nazareth|Beersheba|Taichung|Jiufen|Alishan|Cusco|Arequipa|Machu Picchu|Puno|Iquitos|Huaraz|Santiago|Pucón|San Pedro de Atacama|Killarney|Kilkenny|Sofia|Plovdiv|Bansko|Veliko Tarnovo|Ruse|Zagreb|Al Ain|Kandy|Ella|Sigiriya|Nuwara Eliya|Ljubljana|Maribor|Bled|Ptuj|Bohinj|Kranjska Gora|Škofja Loka|Celje|Lahore|Islamabad|Peshawar|Rawalpindi|Multan|Faisalabad|Hunza|Dhaka|Sylhet|Khulna|Rajshahi|Vilnius|Kaunas|Trakai|Šiauliai|Druskininkai|Daugavpils|Sigulda|Cēsis|Kuldīga|Tartu|Viljandi|Rakvere|Viñales|Camagüey|Quito|Cuenca|Baños|Otavalo|Loja|Riobamba|Arusha|Moshi|Dodoma|Tbilisi|Kutaisi|Mtskheta|Mestia|Stepantsminda|Sighnaghi|Gudauri|Riyadh|Mecca|Medina|AlUla|Abha|Taif|Tehran|Isfahan|Shiraz|Yazd|Tabriz|Kashan|Mashhad|Mérida|Barquisimeto|Caracas|San José|La Fortuna|Monteverde|Heredia|Kairouan|Thiès|Touba|Kaolack|Þingvellir|Nicosia|Amman|Petra|Wadi Rum|Madaba|Jerash|Irbid|Salt|Zahlé|Baalbek|Mandalay|Bagan|Inle Lake|Naypyidaw|Hpa-An|Phnom Penh|Siem Reap|Battambang|Angkor Wat|Kratie|Yamoussoukro|Bouaké|Korhogo|Odienné|Yaoundé|Bafoussam|Bamenda|Garoua|Harare|Bulawayo|Victoria Falls|Mutare|Masvingo|Gweru|Hwange|Windhoek|Sossusvlei|Etosha|Keetmanshoop|Opuwo|Salto|Paysandú|Caguas|Bayamón|Mandeville|Mdina|Tirana|Berat|Gjirokastër|Podgorica|Cetinje|Žabljak|Antananarivo|Antsirabe|Fianarantsoa|Andasibe|Goroka|Mount Hagen|Guatemala City|Quetzaltenango|Chichicastenango|Cobán|Antigua|Panajachel",
  ],
];

/** How many pairs there are. */
export const CLASHES = PAIRS.length;

/** Bit 2 p stands for the first side of pair p, bit 2 p + 1 for its second. */
const FIRST_SIDES = 0x55555555;

interface Phrase {
  readonly words: readonly string[];
  readonly bit: number;
}

/** By their first word. */
const PHRASES = new Map<string, Phrase[]>();
PAIRS.flat().forEach((phrases, side) => {
  for (const text of phrases.split("|").flatMap(forms)) {
    const words = wordsOf(text);
    const phrase = { words, bit: 1 << side };
    const known = PHRASES.get(words[0]!);
    if (known) known.push(phrase);
    else PHRASES.set(words[0]!, [phrase]);
  }
});

/** "parents?" is one and several. */
function forms(text: string): string[] {
  return text.endsWith("s?") ? [text.slice(0, -2), text.slice(0, -1)] : [text];
}

/** What stands between blanks and punctuation. `\p{L}` is the same here, but slow. */
export function wordsOf(text: string): string[] {
  return text.split(/[^A-Za-zÀ-\u1fff-]+/).filter((word) => word !== "");
}

/**
 * What a text must not stand beside: the sides of pairs that it says. Of a pair that it says both sides of, neither:
 * it may stand beside all.
 */
export function clashesOf(words: readonly string[]): number {
  let said = 0;
  words.forEach((word, at) => {
    for (const phrase of PHRASES.get(word) ?? [])
      if (phrase.words.every((other, i) => words[at + i] === other)) said |= phrase.bit;
  });
  const both = said & (said >>> 1) & FIRST_SIDES;
  return said & ~(both | (both << 1));
}
