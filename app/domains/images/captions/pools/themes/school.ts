import type { SceneThemes } from "../../theme";

export const school: SceneThemes = {
  view: "an empty classroom | a blackboard with formulas | rows of desks | a stack of textbooks | school lockers | a globe on a shelf",
  general: {
    who: "child-teenager: a student | a pupil | a schoolkid\n young: a student\n young-old: a teacher | a tutor | a professor\n many: students | classmates\n many child: schoolkids | pupils",
    doing: `
      solving a problem | working on a project | reading a textbook | reading about {study} | using {a device} | thinking
      child-young: studying | learning {study} | doing homework | listening to the teacher | thinking about the answer | preparing for an exam | taking a test | learning a new word | having {study} class
      many child-young: working on a group project | studying together | learning in a group
      many: talking between classes
      adult: teaching {study} | grading papers | explaining a lesson | preparing a lesson | correcting tests | waiting for the class | planning a school trip | marking essays in {study}
      hands: raising {her} hand | writing in a notebook | holding a textbook | drawing on the blackboard
      body: standing at the blackboard | walking down the school corridor`,
    thing: "a textbook | a notebook | a pencil case | a backpack | a blackboard | a globe | a ruler | {a device} | an exam paper | crayons | a school desk | a calculator",
    place: "in the classroom | at school | in class | at a school desk | in front of the blackboard | in the school corridor | at {family} School | in the schoolyard",
    idea: "education | learning | knowledge | school | {study} | an exam | homework | concentration | a lesson | teaching | curiosity | tutoring",
  },
  topics: {
    30: {
      suits: "teenager-adult",
      who: "a university student | a college student | a graduate | a freshman | a professor of {study} | an exchange student | a PhD student | a lecturer\n many: college students | university students | graduates | an alumni group",
      doing: `
        studying {study} | attending a lecture | graduating | celebrating graduation | taking notes in {study} | defending a thesis | living on campus | applying for a scholarship | waiting for exam results | preparing a seminar on {study}
        many: throwing graduation caps | studying for finals | talking on campus
        hands: holding a diploma | holding lecture notes | carrying books
        body: walking across campus | standing on the university steps`,
      thing: "a diploma | a graduation cap | lecture notes | a scholarship letter | a campus map | a gown | a thesis | a lecture hall",
      place: "on campus | at the university | in a lecture hall | at the graduation ceremony | in the dorm | at {coin} University | in the college courtyard",
      idea: "graduation | higher education | a scholarship | student life | a degree | campus life | student debt | a bachelor's degree | academia",
      wear: "in a graduation gown | in {a color} college sweatshirt",
    },
    35: {
      suits: "child adult",
      who: "child: a schoolchild | an elementary student | a first grader | a kindergartner | a preschooler\n adult: a schoolteacher | an elementary teacher | a kindergarten teacher | an educator\n many child: schoolchildren | kindergartners\n many: teachers | a teacher and class",
      doing: `
        counting with blocks | singing in class | painting in art class | starting the first day of school | learning the alphabet | playing at kindergarten
        child: learning to write | learning to count | reading aloud | drawing with crayons | eating a packed lunch | waiting for the school bus
        adult: reading to the children | teaching the alphabet | comforting a pupil | handing out worksheets
        many: doing crafts | sitting in a circle | singing nursery rhymes
        hands: cutting paper with scissors | painting with finger paint | holding a crayon | raising {her} hand`,
      thing: "an abacus | crayons | a school bus | alphabet blocks | a lunch box | finger paint | scissors | a school uniform | worksheets | a sandbox | glue",
      place: "in elementary school | at kindergarten | at preschool | in the daycare center | in first grade | outside the school bus | in the art room",
      idea: "primary school | kindergarten | early education | the alphabet | back to school | creativity | literacy | child development",
      wear: "in a school uniform | in a painting smock",
    },
    43: {
      suits: "child-adult",
      who: "a scientist | a chemist | a biologist | a lab technician | a physics teacher | a microbiologist | a researcher | an astronomer\n child: a little scientist\n many: scientists | researchers | lab technicians",
      doing: `
        doing an experiment | looking through a microscope | mixing chemicals | studying DNA | analyzing a sample | building a robot | testing water quality | observing a reaction | learning about the planets | researching bacteria | programming a robot
        many: planning an experiment
        hands: holding a test tube | using a pipette | pouring a liquid into a flask | holding a petri dish | adjusting a microscope`,
      thing: "a microscope | a test tube | a petri dish | a Bunsen burner | a molecule model | safety goggles | a skeleton | a flask | a pipette | a telescope | a periodic table",
      place: "in the laboratory | in the chemistry lab | in the science room | at the research institute | in a biology class | at the {coin} Institute",
      idea: "science | chemistry | biology | research | an experiment | biotechnology | genetics | physics | robotics | discovery | a laboratory",
      wear: "in a lab coat | wearing safety goggles",
    },
    49: {
      suits: "child-adult",
      who: "a librarian | a bookworm | a reader | a writer | a historian | a bookseller\n many: readers | bookworms | librarians",
      doing: `
        reading a novel | looking for a book | browsing the shelves | writing an essay | borrowing books | reading about {study} | doing research | leafing through an encyclopedia | returning a library book | studying late among books
        many: whispering in the library | sharing a book
        hands: holding an open book | turning a page | reaching for a book | carrying a pile of books
        body: standing between bookshelves | climbing a library ladder`,
      thing: "a novel | a bookshelf | an encyclopedia | a library card | a reading lamp | a pile of books | a bookmark | an e-reader | an old manuscript",
      place: "in the library | among bookshelves | in a bookstore | in the reading room | at the {family} Library | in a secondhand bookshop",
      idea: "literature | reading | silence | research | books | wisdom | history | knowledge | a library | poetry",
    },
    53: {
      suits: "child-adult",
      who: "an online tutor | a homeschooler | a language learner | a language teacher | a distance learner\n many: language learners | e-learners",
      doing: `
        learning online | attending an online class | studying with a tablet | watching a webinar | doing math homework on a laptop | learning English | taking an online course in {study} | homeschooling | preparing for a {study} test | learning sign language
        many: sharing a laptop | learning with an app
        hands: waving at the webcam | typing an essay | writing down vocabulary | pointing at the screen | using a stylus`,
      thing: "a laptop | headphones | a webcam | flashcards | an online course | a dictionary | a tablet | a desk lamp | a stylus | {study} notes",
      place: "in the computer room | at a language school | in front of a laptop | in an online class | in the study corner | at the desk by the window",
      idea: "e-learning | distance learning | homeschooling | a webinar | an online course | language learning | {study} | digital education | a video lesson | remote teaching",
    },
  },
};
