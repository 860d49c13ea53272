/** Given and family names of a part of the world. */
export interface Culture {
  /** Their countries; authors of other ones take names from all cultures. */
  readonly countries: string;
  readonly given: string;
  readonly family: string;
}

export const CULTURES: readonly Culture[] = [
  {
    countries: "USA GBR CAN AUS NZL IRL JAM ZAF",
    given: "Alice Amy Andrew Anna Ben Beth Carl Chloe Claire Colin Daisy Daniel David Dean Ella Emma Eric Fiona Frank Gemma George Grace Hannah Harry Helen Holly Ian Jack James Jane Jill Joan John Karen Kate Keith Laura Leo Lily Lucy Mark Mary Max Megan Mia Mike Neil Nina Oliver Owen Paul Peter Rachel Robin Rose Ruby Ryan Sam Sarah Scott Simon Sophie Steve Tess Tim Tom Will Zoe",
    family: "Abbott Adams Allen Archer Barker Bell Bennett Brooks Burton Carter Chapman Clarke Cole Cooper Cox Dawson Dixon Ellis Evans Field Fisher Ford Foster Fox Gibson Graham Grant Gray Green Hale Harper Hart Hayes Hill Holt Hughes Hunt Jarvis Kelly Kent King Lane Lawson Lloyd Marsh Mason Miles Moore Morgan Nash Nolan Page Palmer Parker Perry Pope Porter Quinn Reed Rhodes Rowe Shaw Stone Sutton Tate Todd Turner Vaughn Wade Walsh Ward Webb West Wood Young",
  },
  {
    countries: "DEU AUT CHE NLD BEL LUX SWE NOR DNK FIN ISL EST",
    given: "Anders Andreas Anja Anke Annika Astrid Bernd Birgit Björn Bram Britta Christoph Dirk Eero Elke Emil Erik Eva Femke Florian Freja Frida Gerd Greta Gunnar Hanna Hannes Heike Helga Henrik Ingrid Jan Jens Joost Jürgen Kai Karin Katrin Kerstin Klaus Lars Lena Liv Lotte Lukas Maja Malin Marit Markus Mats Mikko Nele Nils Ole Pia Ragnar Ralf Sanne Signe Silke Sven Tanja Thijs Tobias Tove Ulrike Uwe Wiebke",
    family: "Adler Albers Andersen Bakker Bauer Becker Berg Berglund Böhm Brandt Braun Dahl de_Boer de_Vries Dietrich Ekström Engel Falk Fischer Frank Friis Haas Hansen Hartmann Heikkinen Hermann Hofer Hoffmann Holm Huber Jansen Jensen Johansson Kaiser Keller Koch Korhonen Kramer Krause Kühn Lang Larsen Lehmann Lind Lindberg Lorenz Lund Maier Meijer Möller Müller Nielsen Nordin Nygård Olsen Peeters Pohl Richter Roth Sauer Schäfer Schmidt Schneider Schulz Seidel Sjöberg Smit Sommer Sørensen Vogel Virtanen Visser Vogt Wagner Weber Werner Winkler Winter Wolf Zimmermann",
  },
  {
    countries: "ESP MEX COL ARG PER CHL CUB ECU VEN DOM CRI URY BOL GTM PRI PHL",
    given: "Adriana Alba Alejandro Álvaro Ana Andrés Antonio Beatriz Camila Carlos Carmen Claudia Cristina Daniela Diego Eduardo Elena Emilio Esteban Fernando Gabriela Gonzalo Inés Isabel Iván Javier Jimena Joaquín Jorge José Juan Julia Laura Leonardo Lorena Lucía Luis Manuel Marcos María Marina Marta Mateo Mercedes Miguel Mónica Natalia Nuria Óscar Pablo Paloma Paula Pedro Pilar Ramón Raquel Raúl Rocío Rodrigo Rosa Rubén Sandra Santiago Sergio Silvia Sofía Tomás Valentina Verónica Vicente Ximena",
    family: "Aguilar Alonso Álvarez Blanco Bravo Cabrera Calvo Campos Cano Castillo Castro Cortés Cruz Delgado Díaz Domínguez Duarte Escobar Fernández Ferrer Flores Fuentes Gallego García Gil Gómez González Guerrero Gutiérrez Hernández Herrera Ibáñez Iglesias Jiménez León López Lozano Luna Márquez Martín Medina Méndez Molina Mora Morales Moreno Muñoz Navarro Núñez Ortega Ortiz Pardo Peña Pérez Ramírez Ramos Reyes Rivera Rojas Romero Rubio Ruiz Salazar Sánchez Santana Serrano Silva Soto Suárez Torres Vargas Vega Vera Vidal",
  },
  {
    countries: "ITA PRT BRA FRA ROU MDA MLT MDG CIV SEN CMR",
    given: "Adrien Aline Amélie André Antoine Beatrice Bianca Bruno Camille Carla Caterina Céline Chiara Clara Davide Delphine Denis Eduarda Élise Elisa Émilie Enzo Fabio Federica Filipe Francesca Gabriel Giorgio Giulia Guilherme Hélène Henrique Hugo Inês Ioana João Julien Larissa Laure Léa Leonor Letícia Lorenzo Louis Luca Luana Mara Marco Margot Marie Mathieu Matteo Mihai Miguel Nádia Nicolas Paola Pedro Pierre Rafael Raluca Renata Roberta Romain Sara Silvia Simone Sylvie Thiago Tiago Vera Vincent Yves",
    family: "Almeida Alves Barbieri Barbosa Bernard Bertrand Bianchi Blanc Bonnet Borges Boyer Brunelli Cardoso Carvalho Colombo Conti Costa Coutinho Da_Silva Dubois Dumas Duval Esposito Faria Ferrari Fontaine Fournier Galli Garnier Gaspar Gatti Girard Gomes Greco Guerin Ionescu Lacroix Lambert Laurent Leclerc Lemoine Lima Lombardi Lopes Marchand Marchetti Marini Marino Martinelli Mendes Mercier Monteiro Moreau Moretti Neves Nogueira Nunes Oliveira Perrin Petit Pinto Pires Popa Popescu Ribeiro Ricci Rinaldi Rizzo Rocha Romano Rossi Rousseau Russo Sala Santos Serra Simões Sousa Teixeira Testa Vieira Villa Vitale",
  },
  {
    countries: "UKR RUS POL SRB CZE BGR HRV SVK SVN BLR LTU LVA MNE GEO KAZ HUN ALB GRC CYP",
    given: "Agnieszka Aleksandr Aleksandra Alina Anastasia Andrei Anton Artem Bogdan Boris Daria Dariusz Dmitri Dragan Dusan Ekaterina Elena Eszter Evgeny Filip Galina Goran Grzegorz Igor Inna Irina Ivan Ivana Jakub Jana Jelena Jiri Julia Kaja Katarzyna Konstantin Kristina Ksenia Lidia Ljubica Łukasz Magda Maksim Marek Marija Marina Mihály Mila Milan Natalia Nikola Nikos Oksana Oleg Olena Olga Pavel Petra Piotr Roman Ruslan Sergei Sofia Stanislav Svetlana Tamara Taras Tatiana Tomasz Vadim Vera Viktor Vladimir Wojciech Yana Yulia Zuzana",
    family: "Andric Antonov Babić Balog Baranov Belov Bielski Bilyk Bondar Cermak Cerny Danylenko Dimitrov Dolezal Dragić Dudek Dvorak Farkas Fedorov Georgiev Golub Gorbunov Gorski Havel Horak Horvat Hrytsenko Ilić Ivanov Jankovic Jovanović Kaminski Karpenko Kolar Koval Kovacs Kowalczyk Kozlov Kravchenko Krol Kuznetsov Lebedev Lisowski Lukic Lysenko Marchenko Markovic Melnik Mikhailov Morozov Nagy Nikolaidis Novak Nowak Orlov Papadakis Pavlov Petrenko Petrov Petrović Polyakov Popov Rudenko Savchenko Shevchenko Sidorov Sikora Smirnov Sokolov Stojanovic Svoboda Szabo Tkachenko Tomić Toth Urban Varga Volkov Wójcik Zając Zeman Zielinski Zorić",
  },
  {
    countries: "CHN JPN KOR TWN HKG SGP VNM",
    given: "Ai An Aoi Bo Bao Chen Chi Daichi Dan Eun Fang Fei Hana Hao Haruka Haruto Hiroshi Hong Hui Jae Jia Jian Jie Jin Jing Jisoo Joon Jun Kai Kaori Kenji Lan Lei Li Lin Linh Long Mei Mika Min Minh Ming Na Naoko Ngoc Ning Qing Ren Riko Rui Ryo Sakura Seo Shan Shin Sora Sun Takashi Tao Thu Tuan Wei Wen Xia Xin Yan Yang Yi Ying Yong Yoon Yu Yuki Yuna Yuto Zhen",
    family: "Abe Bai Cai Cao Chan Chang Chen Cheng Choi Chu Dang Deng Ding Du Endo Fan Feng Fujita Fukuda Guo Han Hara Hasegawa He Ho Hu Huang Ikeda Inoue Ishii Ito Jang Jiang Kang Kato Kim Kimura Kobayashi Kwon Lam Lau Lee Li Liang Lim Lin Liu Lu Luo Ma Maeda Mori Nakamura Ng Nguyen Ogawa Okada Pan Park Peng Pham Saito Sakai Sato Shen Shim Shimizu Song Suzuki Takeda Tan Tanaka Tang Tran Ueda Wang Wong Wu Xie Xu Yamada Yamamoto Yang Ye Yoshida Yuan Zhang Zhao Zheng Zhou Zhu",
  },
  {
    countries: "IND PAK NPL BGD LKA",
    given: "Aarav Aditi Ajay Akash Amar Amit Amrita Ananya Anil Anita Anjali Arjun Arun Asha Ashok Bhavna Chetan Deepa Deepak Dev Divya Farah Gaurav Geeta Harish Imran Isha Jaya Kabir Karan Kavita Kiran Kunal Lakshmi Lata Manish Maya Meena Meera Mohan Naina Naveen Neha Nikhil Nisha Pooja Pradeep Prakash Priya Rahul Raj Rajesh Rakesh Ravi Rekha Ritu Rohan Sachin Sanjay Sapna Shreya Sita Sunil Sunita Suresh Tara Uma Usha Varun Vijay Vikram Vivek Yash Zara",
    family: "Agarwal Ahmed Ali Anand Arora Bajaj Banerjee Basu Bhatia Bhatt Bose Chandra Chauhan Chopra Das Desai Deshmukh Dey Dutta Fernando Gandhi Ghosh Gill Gupta Hussain Iyer Jain Jha Joshi Kapoor Karki Kaur Khan Khanna Kohli Krishnan Kulkarni Kumar Lal Mahajan Malhotra Malik Mathur Mehra Mehta Menon Mishra Mistry Mukherjee Nair Naidu Narayan Pandey Patel Patil Perera Pillai Prasad Qureshi Rai Rana Rao Rathore Reddy Roy Sahni Saxena Sen Sethi Shah Sharma Shetty Shrestha Silva Singh Sinha Soni Srinivasan Thakur Thapa Trivedi Varma Verma Yadav",
  },
  {
    countries: "TUR EGY MAR ISR ARE SAU IRN TUN JOR LBN",
    given: "Adel Ahmet Ali Amal Amir Amina Arash Asli Avi Ayşe Aziz Bahar Burak Cem Dalia Darius Deniz Elif Emre Esra Fadi Farid Fatma Gal Gül Hadi Hakan Hala Hamza Hassan Hila Hussein Ibrahim Ilan Jamal Jamila Kamal Karim Khaled Laila Leyla Lior Maha Majid Mariam Mehmet Merve Mina Mona Murat Nadia Nadim Nasrin Nour Omar Ömer Orhan Osman Rami Rana Rania Reza Roni Salma Samir Sami Sara Selin Shirin Sibel Tal Tarek Umut Walid Yael Yasmin Yusuf Zeynep",
    family: "Abadi Abbas Aksoy Amari Arslan Aslan Aydin Azoulay Barak Bayram Ben_Ali Benali Çelik Cohen Dagan Darwish Demir Doğan Erdem Farahani Farouk Fayed Golan Haddad Hakimi Hamdan Hariri Harari Hosseini Idrissi Kaplan Karimi Kaya Khalil Khoury Kılıç Koç Levi Mahfouz Mansour Mizrahi Moradi Nasser Nazari Ozturk Özdemir Peretz Polat Rahimi Rostami Saad Sabbagh Şahin Saleh Sayed Shalom Sharif Tahir Tamimi Tazi Tekin Uzun Yalçin Yavuz Yildiz Yilmaz Zaki Ziani",
  },
  {
    countries: "NGA KEN GHA TZA UGA ETH ZWE NAM RWA",
    given: "Abebe Abena Achieng Ade Adaeze Akin Akosua Ama Amara Amina Ayo Baraka Bola Chidi Chinwe Chuka Dayo Desta Dumisani Ebele Efua Emeka Esi Femi Folake Furaha Gift Grace Hirut Ifeoma Imani Jabari Jelani Juma Kamau Kato Kofi Kojo Kwame Lindiwe Lulu Makena Mandla Moses Mutua Naledi Ngozi Njeri Nkechi Nomsa Nuru Obi Ola Oluchi Peter Rehema Rutendo Samuel Sefu Selam Segun Sipho Tamba Tendai Thabo Thandi Tunde Uche Wambui Wangari Yaw Yusuf Zainab Zola Zuri",
    family: "Abara Abate Abebe Achebe Adeyemi Adjei Afolabi Agyeman Akintola Amoah Annan Asante Asare Ayuba Balogun Banda Bekele Boateng Chanda Chege Chukwu Danso Dlamini Eze Girma Hailu Ibrahim Kagame Kamara Kariuki Keita Khumalo Kimani Kiprop Koroma Kuria Maina Mbeki Mensah Moyo Mugisha Musa Mutasa Mwangi Ncube Ndlovu Ngugi Njoroge Nkosi Nwosu Obeng Odhiambo Ochieng Ofori Ogunleye Okafor Okeke Okello Okonkwo Okoro Onyango Opoku Osei Otieno Owusu Phiri Quaye Sesay Tadesse Tesfaye Uzoma Wanjiru Yeboah Zulu",
  },
];

export const HANDLE_STARTS =
  "amber atlas azure birch blue bold bright candid cedar cinder city clear cloud cobalt coral cosmic cozy daily dawn deep desert drift dusk echo ember fern field fire flora forest fox frame fresh frost giant gold good grain gray green happy harbor hazel high honey indigo iris iron island ivory jade juniper kind kite lark lemon lens light lilac linen little lone lucky lunar magic maple mellow meta mint misty mono moss neon night nomad nord north nova oak ocean olive opal open orange paper pearl pine pink pixel plain plum polar prism pure quiet rainy raw red river rock rose royal rusty sage salt sea shade silent silver simple sky slow smart snow soft solar south spark star still stone storm studio summer sunny super swift tiny tree true twin urban velvet vivid warm wave west white wild wind winter wonder zen";
export const HANDLE_ENDS =
  "agency archive art artist arts atelier box boy bureau camera canvas capture cat click club collective color craft creative cube days design digital director dream eye factory film flash focus foto fotos frame frames girl grafik group guy hive house hunter image images ink lab land lane lens life light line loft look lover maker man media mind mode moments mood motion nest nomad papers people photo photography photos pic pics picture pictures pixel pix place planet plus point portrait press print prod project room scenes shoot shots shutter side snap space spirit spot stock stories story street studio studios style tale team time tone trail travel trip view vision visual visuals walker wall way wing works world zone";
export const AGENCY_KINDS = "Images Stock Studios Productions Pictures Media Collection Photography Creative Photos";
/** Whom authors sell through, where it stands behind their name. */
export const AGENCIES =
  "Blue Harbor Images|Northlight|Eastgate Stock|Corner House|Fieldnote Pictures|Half Moon Media|Open Shutter|Greenline|Red Kite Collection|Lantern Stock|Paper Boat|Stillwater Images|Ninth Street|Copper Sky|Wayfarer|Bright Side Pictures|Meridian Photos|Silver Birch|Atlas & Co|Harvest Creative|Tidemark|Foxglove|Juniper Stock|Main Square|Clearwater";
