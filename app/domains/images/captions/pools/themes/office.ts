import type { SceneThemes } from "../../theme";

export const office: SceneThemes = {
  view: "an empty meeting room | rows of desks | a whiteboard with notes | a desk with a laptop | office chairs | a reception desk",
  general: {
    who: "an office worker | an employee | a secretary | a receptionist | a professional | an assistant | {occupation}\n young: an intern\n many: colleagues | coworkers | office workers | employees | a team",
    doing: `
      working | working on a computer | using {a device} | reading an email | thinking about a problem | sitting at the desk | working late | talking on the phone | having a coffee break | reading documents | organizing files | planning the week | meeting a deadline | looking at the screen | solving a problem
      many: working together | discussing a project | talking shop | having a chat | looking at a laptop
      body: standing at a desk | leaning against the wall | walking down the corridor
      hands: typing on a keyboard | holding a folder | writing on a notepad | stamping a form | holding {a device}`,
    thing: "a laptop | {a device} | a notebook | a desk | documents | a coffee mug | a computer | a folder | sticky notes | a headset | a calendar | a printer | a pen",
    place: "in the office | at the office | at work | at the desk | in a modern office | at the workplace | in an open-plan office | at the reception | in a glass building | in the corridor | at {family} & Sons",
    idea: "work | business | a career | teamwork | productivity | planning | stress | a deadline | employment | success | communication | administration | a job | technology",
    wear: "in {a color} blazer | in business clothes | in {a color} shirt | in smart casual | in {a color} {garment} | in {a color} suit | wearing a lanyard\n face: wearing glasses",
  },
  topics: {
    14: {
      who: "a programmer | a software developer | a web designer | a data scientist | a system administrator | a hacker | a game designer | a UX designer | an IT technician | a cybersecurity analyst\n many: programmers | developers | a startup team | an IT team",
      doing: `
        coding | programming | fixing a bug | developing an app | testing software | maintaining servers | designing a website | debugging code | training an AI model | working on cybersecurity | sketching a user interface | launching a startup
        many: pair programming | discussing code | having a stand-up meeting
        hands: typing code | wearing a VR headset with both hands raised | plugging in a cable | soldering a circuit board`,
      thing: "lines of code | a server rack | a circuit board | a dual monitor | a VR headset | a keyboard | a robot | a hologram | a wireframe | a 3D printer | an algorithm",
      place: "in the server room | in a tech startup | at a dual monitor | in a data center | at a hackathon | in a coworking space",
      idea: "software | coding | cybersecurity | artificial intelligence | big data | innovation | machine learning | cloud computing | a startup | digital transformation | 5G",
      wear: "in {a color} hoodie | in a T-shirt with a logo\n face: wearing glasses",
    },
    24: {
      who: "an accountant | a banker | a financial advisor | an auditor | a stock trader | an insurance agent | a tax consultant | an economist | a broker\n many: accountants | bankers | stock traders | auditors",
      doing: `
        calculating taxes | analyzing charts | checking invoices | doing the accounts | watching stock prices | reviewing a financial report | discussing a loan | paying bills | trading cryptocurrency | planning investments | preparing the annual budget
        many: going through the balance sheet | negotiating a loan
        hands: counting money | using a calculator | signing a contract | holding banknotes | pointing at a graph`,
      thing: "a calculator | invoices | banknotes | a stock chart | a tax form | coins | a piggy bank | a balance sheet | a safe | receipts | a spreadsheet | a credit card",
      place: "in a bank | at the tax office | on the trading floor | in an accounting firm | at {family} Bank | at an insurance agency",
      idea: "finance | accounting | taxes | investment | the stock market | banking | savings | debt | inflation | insurance | profit | cryptocurrency | a budget | wealth",
    },
    34: {
      who: "a doctor | a nurse | a surgeon | a dentist | a pediatrician | a pharmacist | a patient | a medical student | a paramedic | a cardiologist | a radiologist | a therapist | Dr. {family}\n many: doctors | nurses | surgeons | a medical team | a doctor and patient",
      doing: `
        examining a patient | reading an X-ray | writing a prescription | measuring blood pressure | talking to a patient | explaining a diagnosis | preparing a vaccine | having a checkup | studying a medical chart | waiting for test results | giving an injection | consulting a doctor online
        many: discussing a diagnosis | doing the rounds
        hands: holding a stethoscope | holding a syringe | filling in a medical record | wearing surgical gloves | holding pills | taking a pulse`,
      thing: "a stethoscope | an X-ray | a syringe | a medical chart | a face mask | pills | a hospital bed | a blood pressure monitor | a prescription | a thermometer | an ultrasound scanner | a first aid kit",
      place: "in the hospital | in the doctor's office | at the clinic | in the operating room | at the dentist | in the pharmacy | in an intensive care unit | at {coin} Medical Center | in St. {family} Hospital | in the waiting room",
      idea: "healthcare | medicine | a diagnosis | treatment | surgery | a vaccine | health insurance | nursing | cardiology | an emergency | pharmacy | prevention | telehealth | oncology",
      wear: "in a lab coat | in scrubs | wearing a face mask | in a white coat",
    },
    36: {
      who: "a call center agent | a customer service representative | a telemarketer | a helpdesk operator | a recruiter | a job applicant | an HR manager | a lawyer | a translator\n many: call center agents | recruiters | lawyers | job applicants",
      doing: `
        talking to a customer | answering calls | helping a client | having a job interview | reading a resume | giving legal advice | taking a support call | interviewing a candidate | waiting for a job interview | handling a complaint | studying a contract
        many: interviewing a candidate | working the night shift
        hands: adjusting a headset | holding a resume | signing papers | taking notes`,
      thing: "a headset | a resume | a telephone | a legal document | a microphone | a gavel | a job application | a ticket number | a contract | a scale of justice",
      place: "in a call center | at the help desk | in the HR department | in a law firm | at {family} Law | at a job fair | in the courtroom",
      idea: "customer service | support | recruitment | a job interview | the law | justice | consulting | telemarketing | human resources | a hotline | unemployment | outsourcing",
    },
    38: {
      who: "a manager | a team leader | a project manager | a marketing manager | a consultant | a salesperson | a business partner | a speaker\n many: businesspeople | business partners | a business team | executives | managers | investors | a sales team",
      doing: `
        giving a presentation | leading a meeting | attending a conference | presenting a strategy | brainstorming | explaining a chart | planning a marketing campaign | listening to a speaker | preparing a pitch | chairing the board | joining a video conference | taking part in a workshop
        many: having a meeting | negotiating a deal | brainstorming ideas | celebrating success | discussing strategy | closing a deal | reviewing the quarterly results | planning the launch of {coin}
        body: standing in front of a whiteboard | standing at the head of the table
        hands: shaking hands | pointing at a flip chart | writing on a whiteboard | clapping | sticking notes on a glass wall
        many hands: giving a high five`,
      thing: "a flip chart | a whiteboard | a projector | a conference table | a bar graph | sticky notes | a business plan | a handshake | a presentation | a name tag | a marketing report | an agenda",
      place: "in the meeting room | in the boardroom | at a conference | at a business meeting | in a conference room | at a seminar | at the {coin} headquarters | during a workshop | at the annual meeting",
      idea: "a meeting | strategy | partnership | negotiation | marketing | a merger | brainstorming | collaboration | leadership | a presentation | sales | growth | agreement | feedback | corporate culture",
    },
    58: {
      who: "a {businesswoman} | a CEO | an executive | an entrepreneur | a startup founder | a company director | a boss | a corporate {woman} | a business owner\n many: entrepreneurs | founders | business leaders",
      doing: `
        looking confident | posing for a corporate portrait | thinking about the future | planning a new business | looking into the distance | running a company | working on a laptop | checking the time | waiting for an appointment | having a phone call | celebrating a promotion
        body: standing with arms crossed | standing at the window | leaning on the desk | walking through the lobby
        hands: adjusting {her} jacket | giving a thumbs up | holding a tablet | buttoning up a jacket
        face: looking straight at the camera`,
      thing: "a briefcase | a skyscraper | a wristwatch | a business card | a tablet | a glass facade | an award | a leather chair | a skyline",
      place: "in front of a skyscraper | in the lobby | in the executive suite | at the window of a corner office | in the company hall | outside the headquarters of {coin}",
      idea: "leadership | success | ambition | confidence | entrepreneurship | vision | management | a promotion | equality | power | professionalism | pride",
      wear: "in {a color} suit | in a pinstripe suit | in formalwear | in {a color} blazer",
    },
  },
};
