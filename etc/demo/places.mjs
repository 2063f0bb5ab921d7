// Where the demonstration debtors live and bank. Bank codes and BICs belong together; the account numbers are made up.
// Names stay inside the SEPA character set, so that the only warnings of an import are the ones put in on purpose.
export const countries = [
  {
    code: 'FR', share: 120, language: 'fr',
    banks: [['30004', 'BNPAFRPP'], ['30003', 'SOGEFRPP'], ['20041', 'PSSTFRPP'], ['30002', 'CRLYFRPP'], ['16958', 'QNTOFRP1']],
    first: ['Camille', 'Julien', 'Nathalie', 'Thomas', 'Sophie', 'Nicolas', 'Isabelle', 'Antoine', 'Claire', 'Mathieu', 'Lucie', 'Olivier'],
    last: ['Martin', 'Bernard', 'Dubois', 'Petit', 'Durand', 'Moreau', 'Laurent', 'Simon', 'Michel', 'Garnier', 'Faure', 'Rousseau', 'Blanc', 'Chevalier'],
    firms: ['Hotel du Parc SAS', 'Brasserie des Halles SARL', 'Traiteur Bellecour SARL', 'Restaurant Le Canut EURL', 'Salon de The Perrache SARL', 'Cantine Part-Dieu SAS'],
    streets: ['rue de la Republique', 'avenue Jean Jaures', 'cours Lafayette', 'rue Garibaldi', 'quai Saint-Antoine', 'place Bellecour', 'rue Victor Hugo'],
    towns: [['69002', 'Lyon'], ['69100', 'Villeurbanne'], ['69500', 'Bron'], ['69300', 'Caluire-et-Cuire'], ['38000', 'Grenoble'], ['42000', 'Saint-Etienne'], ['01000', 'Bourg-en-Bresse']],
  },
  {
    code: 'BE', share: 40, language: 'nl',
    banks: [['001', 'GEBABEBB'], ['363', 'BBRUBEBB'], ['734', 'KREDBEBB'], ['063', 'GKCCBEBB']],
    first: ['Lotte', 'Jan', 'Emma', 'Pieter', 'Sarah', 'Wim', 'Marie', 'Koen'],
    last: ['Peeters', 'Janssens', 'Maes', 'Jacobs', 'Mertens', 'Willems', 'Claes', 'Goossens', 'Lambert', 'Dupont'],
    firms: ['Koffiehuis Dansaert BV', 'Brasserie Sablon SRL', 'Hotel Meir NV'],
    streets: ['Kerkstraat', 'Stationsstraat', 'Meir', 'Lange Nieuwstraat', 'Molenstraat'],
    towns: [['2000', 'Antwerpen'], ['9000', 'Gent'], ['3000', 'Leuven'], ['8000', 'Brugge'], ['1000', 'Brussel']],
  },
  {
    code: 'DE', share: 25, language: 'de',
    banks: [['50010517', 'INGDDEFFXXX'], ['10050000', 'BELADEBEXXX'], ['37040044', 'COBADEFFXXX'], ['70150000', 'SSKMDEMMXXX']],
    first: ['Anna', 'Lukas', 'Katharina', 'Stefan', 'Julia', 'Markus', 'Birgit'],
    last: ['Schmidt', 'Schneider', 'Fischer', 'Weber', 'Wagner', 'Becker', 'Hoffmann', 'Koch'],
    firms: ['Cafe am Markt GmbH', 'Gasthof Adler KG'],
    streets: ['Hauptstrasse', 'Bahnhofstrasse', 'Gartenweg', 'Lindenallee'],
    towns: [['10115', 'Berlin'], ['50667', 'Koeln'], ['80331', 'Muenchen'], ['79098', 'Freiburg']],
  },
  {
    code: 'ES', share: 15, language: 'es',
    banks: [['2100', 'CAIXESBBXXX'], ['0049', 'BSCHESMMXXX'], ['0182', 'BBVAESMMXXX']],
    first: ['Carmen', 'Javier', 'Lucia', 'Pablo', 'Marta', 'Diego'],
    last: ['Garcia', 'Fernandez', 'Lopez', 'Sanchez', 'Romero', 'Torres'],
    firms: ['Panaderia Gracia SL', 'Cafeteria Retiro SL'],
    streets: ['Calle Mayor', 'Calle de Alcala', 'Passeig de Gracia', 'Calle Serrano'],
    towns: [['28001', 'Madrid'], ['08007', 'Barcelona'], ['41001', 'Sevilla']],
  },
];
