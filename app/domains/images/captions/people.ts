/** Who it is, to be put behind adjectives: noun phrases by number, gender and age. `{eth}` is where a people's name stands. */
export const person = `
  one baby: {eth} a baby | a cute {eth} baby | {eth} a baby {girl} | {eth} a toddler | {eth} an infant | a little {eth} {girl} | a one-year-old {eth} {girl} | a tiny {eth} baby | a sweet {eth} baby {girl} | {eth} a toddler {girl} | a ten-month-old {eth} baby | a small {eth} toddler
  one child: {eth} a child | a little {eth} {girl} | {eth} {girl} | {eth} a kid | a young {eth} {girl} | a small {eth} {girl} | a cute {eth} {girl} | {eth} a preteen {girl} | a {years}-year-old {eth} {girl} | an adorable little {eth} {girl} | a curly-haired {eth} {girl} | an elementary age {eth} {girl}
  one teenager: {eth} a teenager | a teenage {eth} {girl} | a teen {eth} {girl} | {eth} an adolescent | {eth} a teen | {eth} a high school student | a {years}-year-old {eth} {girl} | an adolescent {eth} {girl} | a teenage {eth} student | a long-haired {eth} teenager
  one young x3: a young {eth} {woman} | {eth} {woman}
  one young x2: a young {eth} {occupation}
  one young: a young {eth} adult | {eth} {woman} in {her} twenties | a stylish young {eth} {woman} | {eth} {lady} | a millennial {eth} {woman} | a Gen Z {eth} {woman} | {eth} a student | {eth} {woman} in {her} early twenties | a casual young {eth} {woman} | a slim young {eth} {woman} | a young {eth} professional | {eth} a twenty-something {woman} | a curly-haired {eth} {woman}
  one young men: a young {eth} guy | a handsome young {eth} man | a young bearded {eth} man
  one young women: a beautiful young {eth} woman | a pretty {eth} woman | a young {eth} lady | an attractive young {eth} woman | a young blonde {eth} woman | a young brunette {eth} woman
  one adult x3: {eth} {woman} | a mid adult {eth} {woman} | a mature {eth} {woman}
  one adult x3: {eth} {occupation}
  one adult: an adult {eth} {woman} | a middle-aged {eth} {woman} | {eth} {woman} in {her} thirties | {eth} {woman} in {her} forties | {eth} {lady} | an attractive {eth} {woman} | a plus size {eth} {woman} | a fit {eth} {woman} | an elegant {eth} {woman} | a long-haired {eth} {woman} | a tattooed {eth} {woman} | {eth} {woman} in {her} fifties | a short-haired {eth} {woman} | a tall {eth} {woman} | a single {eth} {mother} | {eth} {woman} of fifty
  one adult men: a bearded {eth} man | {eth} a guy | a handsome {eth} man | a bald {eth} man | a middle age {eth} man
  one adult women: a beautiful {eth} woman | a blonde {eth} woman | a dark-haired {eth} woman | a pregnant {eth} woman | a brunette {eth} woman | a red-haired {eth} woman
  one old x2: a senior {eth} {woman} | an elderly {eth} {woman} | an older {eth} {woman}
  one old: an active {eth} senior | a retired {eth} {woman} | a gray-haired {eth} {woman} | {eth} a pensioner | a senior {eth} adult | {eth} {woman} in {her} seventies | a white-haired {eth} {woman} | {eth} a senior citizen | a retired {eth} {occupation} | {eth} a {grandmother} | an eighty-year-old {eth} {woman} | a silver-haired {eth} {woman}
  two baby: {eth} a baby and {eth} {mother} | {eth} a baby and older sibling | {eth} a toddler and parent | {eth} twins | a mom and baby {girl} | a dad and baby {girl}
  two child: {eth} kids | {eth} children | {eth} a {girl} and friend | {eth} siblings | {eth} a child and parent | little {eth} friends | {eth} classmates | {eth} a kid and grandparent | twin {eth} {girls}
  two teenager: {eth} teenagers | teenage {eth} {girls} | {eth} teens | {eth} best friends | a teenage {eth} couple | {eth} high school friends
  two young x2: a young {eth} couple | {eth} friends | {eth} a couple
  two young: young {eth} people | {eth} {women} | a young {eth} {woman} and friend | {eth} students | young {eth} adults | {eth} roommates | {eth} best friends | {eth} siblings
  two adult x2: {eth} a couple | {eth} friends
  two adult: a mature {eth} couple | {eth} {women} | {eth} people | a married {eth} couple | {eth} a {woman} and friend | {eth} a {mother} and child | middle-aged {eth} friends | adult {eth} siblings | a mid adult {eth} couple | {eth} partners | {eth} a husband and wife | a loving {eth} couple | a same-sex {eth} couple
  two old: a senior {eth} couple | elderly {eth} friends | a retired {eth} couple | an old {eth} couple | older {eth} {women} | {eth} seniors | {eth} {grandmother} and grandchild | {eth} a grandparent and grandson
  group baby: {eth} a family with a baby | {eth} babies | {eth} parents with a toddler | {eth} a baby with parents | {eth} toddlers
  group child: {eth} children | a group of {eth} kids | {eth} schoolchildren | {eth} kids | {eth} a child with parents | little {eth} {girls} | elementary {eth} students | {eth} playmates
  group teenager: {eth} teenagers | a group of {eth} teens | {eth} high school students | teenage {eth} friends | teenage {eth} {girls}
  group young x2: a group of {eth} friends | young {eth} friends
  group young: young {eth} people | {eth} students | young {eth} {women} | {eth} millennials | a group of young {eth} people | {eth} friends | multi-ethnic young people | a diverse group of friends
  group adult x2: {eth} people | {eth} friends | a group of {eth} people
  group adult: {eth} {women} | a group of {eth} {women} | {eth} a family | mid adult {eth} friends | diverse people | a multiracial group | {eth} adults | a large {eth} family | a crowd | {eth} neighbors | a team of volunteers
  group old: senior {eth} people | a group of {eth} seniors | senior {eth} friends | retired {eth} friends | {eth} grandparents with grandchildren | elderly {eth} {women} | {eth} pensioners
`;

/** The same with a number, which no adjective may stand before. */
export const counted = `
  two child: two {eth} children | two {eth} kids | two little {eth} {girls}
  two teenager: two {eth} teenagers | two teenage {eth} {girls}
  two young: two young {eth} {women} | two {eth} friends | two young {eth} people
  two adult: two {eth} {women} | two {eth} friends | two {eth} people
  two old: two elderly {eth} {women} | two {eth} seniors | two old {eth} friends
  two baby: two {eth} babies | two {eth} toddlers
  group child: three {eth} children | four {eth} kids | three {eth} {girls}
  group teenager: three {eth} teenagers | four {eth} teens
  group young: three young {eth} {women} | four {eth} friends | five young people | several {eth} students
  group adult: three {eth} {women} | four {eth} friends | five {eth} people | several people
  group old: three {eth} seniors | four elderly {eth} friends
  group adult: three generations
  group baby: three {eth} babies | four {eth} toddlers
`;

/** With the age in figures, for captions that use no articles. */
export const aged = `
  child: {#4-11}-year-old {eth} {girl} | {eth} {girl} ({#4-11}) | {eth} {girl}, {#5-11} years old
  teenager: {#13-17}-year-old {eth} {girl} | {eth} teenager ({#13-17}) | {eth} {girl}, {#13-17} years old
  young: {#20-29}-year-old {eth} {woman} | {eth} {woman}, {#20-29} years old | {eth} {woman} ({#20-29})
  adult: {#31-59}-year-old {eth} {woman} | {eth} {woman}, {#31-59} years old | {eth} {woman} ({#35-59}) | {eth} {woman} over {her} 40s
  old: {#66-89}-year-old {eth} {woman} | {eth} senior, {#66-88} years old | {eth} {woman} ({#66-91})
  baby: {#4-20}-month-old {eth} baby | {eth} baby {girl}, {#3-22} months old
`;

/** In words. */
export const years = `
  child a: four | five | six | seven | eight | nine | ten | eleven
  teenager a: thirteen | fourteen | fifteen | sixteen | seventeen
`;

/** Words that follow the main person: for women, men, and where it is not said. */
export const INFLECTED: Readonly<Record<string, readonly [women: string, men: string, unsaid: string]>> = {
  woman: ["a woman", "a man", "a person"],
  women: ["women", "men", "people"],
  lady: ["a lady", "a gentleman", "a person"],
  girl: ["a girl", "a boy", "a child"],
  girls: ["girls", "boys", "children"],
  mother: ["a mother", "a father", "a parent"],
  grandmother: ["a grandmother", "a grandfather", "a grandparent"],
  businesswoman: ["a businesswoman", "a businessman", "a business person"],
};
/** Of one; of several it is always "their". */
export const POSSESSIVE = ["her", "his", "their"] as const;
