import type { SceneThemes } from "../../theme";

export const gym: SceneThemes = {
  view: "rows of treadmills | an empty weight room | a rack of dumbbells | a deserted fitness studio | exercise bikes | rolled yoga mats on a shelf",
  general: {
    who: `an athlete | a personal trainer | a fitness coach | a gym member | a beginner
      many: gym members | training partners | athletes | a fitness class
      teenager: a teenage athlete`,
    doing: `
      working out | warming up | resting between sets | training hard | cooling down | taking a break from training | checking the training plan | getting fit | building stamina | setting a new goal | listening to music before a workout | catching {her} breath | finishing a tough session
      many: exercising together | motivating each other | talking after a workout | taking a class
      body: stretching | doing lunges | standing with arms crossed | jumping on a box | walking to the locker room
      hands: holding a water bottle | tying shoelaces | drying {her} neck with a towel | counting reps on {her} fingers
    `,
    thing: "a water bottle | a towel | a gym bag | a jump rope | a sports watch | a foam roller | a protein shake | a bench | a mirror | headphones | a training log | sneakers | a locker | a stopwatch",
    place: "in the gym | at the gym | in a modern fitness center | at the health club | in a bright training hall | at a sports club | in a garage gym | at the leisure center",
    idea: "fitness | wellness | health | motivation | training | energy | endurance | discipline | sport | self-care | weight loss | a healthy lifestyle | progress",
    wear: "in sportswear | in {a color} tracksuit | in {a color} tank top | in gym clothes | in leggings | in activewear | in {a color} sports jersey",
  },
  topics: {
    0: {
      suits: "teenager-old",
      who: "a weightlifter | a bodybuilder | a strength coach | a powerlifter | a muscular {woman}\n many: weightlifters | a lifting team",
      doing: `
        lifting weights | bench pressing | training {her} biceps | squatting under a heavy load | preparing for a deadlift | loading plates on a bar | working {her} back muscles | pushing through the last rep
        many: spotting each other
        body: flexing | standing by the squat rack | posing with bare shoulders
        hands: holding a dumbbell | gripping a barbell | chalking {her} hands | swinging a kettlebell | fastening a weight belt | curling a dumbbell`,
      thing: "a barbell | a kettlebell | a dumbbell | a weight plate | a power rack | chalk | a lifting belt | a pull-up bar | a cable machine | a medicine ball",
      place: "in the free weights area | in an old-school lifting gym | at a powerlifting meet | in a basement weight room | next to the squat rack",
      idea: "strength | muscle | power | bodybuilding | willpower | weightlifting | toughness | recovery",
      wear: "in a muscle shirt | in {a color} tank top | in black compression tights",
    },
    26: {
      suits: "child-old",
      who: "a yoga instructor | a yogi | a pilates teacher | a meditation coach\n many: yoga students | a meditation group",
      doing: `
        doing yoga | meditating | practicing breathing exercises | sitting in lotus pose | doing a sun salutation | practicing pilates | relaxing after savasana | finding inner balance | chanting a mantra | preparing for a meditation session
        many: taking a yoga class | practicing side by side
        body: doing a tree pose | balancing on one leg | lying on {her} back | bending backward | stretching into downward dog | standing in warrior pose
        hands: rolling out a mat | pressing palms together | unrolling a yoga mat`,
      thing: "a yoga mat | a bolster | a singing bowl | incense | a yoga block | a meditation cushion | a strap | a candle | bare floorboards | a gong",
      place: "in a quiet yoga studio | at a wellness retreat | in an ashram | in a pilates studio | in a sunlit loft | on a bamboo floor",
      idea: "mindfulness | zen | flexibility | spirituality | inner peace | breathing | chakra | balance | calm | holistic healing",
      wear: "in leggings | in white linen | in loose pants",
    },
    27: {
      suits: "child-old",
      who: "a dancer | an aerobics teacher | a zumba instructor | a spinning coach | a gymnast\n many: dancers | an aerobics class | gymnasts",
      doing: `
        taking an aerobics class | spinning on an exercise bike | following the choreography | rehearsing a routine | learning {dance} | practicing {dance} | moving to the beat | sweating in a cardio session
        many: dancing in a row | keeping the rhythm
        body: dancing | doing a split | doing a cartwheel | skipping rope | leaping through the air
        hands: waving ribbons | clapping {her} hands`,
      thing: "a step platform | a stationary bike | a balance beam | a ballet barre | a loudspeaker | a hoop | a ribbon | a trampoline | a headband",
      place: "in a mirrored dance studio | in a cardio room | on a gymnastics floor | in a spinning class | at a dance school",
      idea: "cardio | rhythm | aerobics | choreography | agility | gymnastics | calories | coordination | fun",
    },
    51: {
      suits: "child-old",
      who: "a boxer | a karate fighter | a judoka | a kickboxing coach | a martial artist | a wrestler\n many: boxers | sparring partners | a karate class",
      doing: `
        boxing | training {martial} | shadowboxing | sparring | preparing for a fight | listening to the corner coach | learning self-defense | hitting a heavy bag | bowing before a bout | waiting for the bell
        body: kicking high | standing in fighting stance | throwing a punch
        hands: wrapping {her} wrists | clenching {her} fists | tightening a black belt | lacing boxing gloves`,
      thing: "boxing gloves | a punching bag | a mouthguard | hand wraps | a black belt | a kimono | a boxing ring | a headguard | focus mitts",
      place: "in the boxing ring | in a dojo | at a martial arts academy | in a fight club | on a tatami | in a dark boxing gym",
      idea: "boxing | self-defense | combat | courage | martial arts | knockout | respect | aggression | confidence",
      wear: "in boxing shorts | in a white kimono | in a hooded robe",
    },
    60: {
      suits: "child-old",
      who: "a physiotherapist | a rehabilitation patient | a chiropractor | a swimmer | a massage therapist | an osteopath\n many: a therapist and patient | swimmers",
      doing: `
        recovering from an injury | doing rehabilitation exercises | strengthening a sore knee | having physiotherapy | easing back pain | swimming laps | training after surgery | working with an elastic band | exercising on a stability ball | floating in the pool
        body: learning to walk again | balancing on a wobble board | standing between parallel bars | diving into the water
        hands: massaging a stiff shoulder | stretching a resistance band | taping a wrist | adjusting swim goggles`,
      thing: "a resistance band | a stability ball | crutches | kinesiology tape | a massage table | a knee brace | swim goggles | a kickboard | an ice pack | a wheelchair",
      place: "in a rehabilitation clinic | in a physiotherapy practice | in the indoor pool | at a sports medicine center | in a treatment room | beside the swimming lanes",
      idea: "rehabilitation | physiotherapy | mobility | injury | posture | pain relief | swimming | healing | recovery | orthopedics",
    },
  },
};
