/** Words for what organisations offer: food, lending, housing, transport, sports, advice. */
export const offers = `
food: food meal* lunch* breakfast* dinner* menu* dish dishes soup* coffee* salad* sandwich* pasta pizza rice
    chicken fish meat vegan* vegetarian* halal kosher gluten* allerg* portion* undercooked overcooked raw
    stale tasteless soggy fries dessert* sauce potato* cake tea buffet catering cater* essen mittagessen*
    abendessen fruehstueck* speiseplan* gericht gerichte speise* suppe* *suppe *salat* kaffee* nudel*
    schnitzel* fleisch* fisch* reis vegetar* allergen* allergi* versalzen* roh verkocht* broetchen* kuchen
    pommes beilage* *gericht sosse kartoffel* comida* menu menus plato platos sopa* cafe cafes ensalada*
    bocadillo* arroz pollo pescado carne gluten celiac* alerg* alergen* racion* crudo cruda salado salada
    desayun* almuerzo cena tortilla* postre* lenteja* patatas repas plat plats nourriture dejeuner* diner
    soupe* salade* pates riz poulet poisson viande vegetarien* vegetal* cru crue sale fade frites traiteur
    cibo pasto pasti pranz* piatto piatti zuppa minestr* caffe insalat* panin* riso pesce glutine porzion*
    scott* insipid* primo dolce dolci sugo patatin* colazion*
spoiled: hair+in plastic+in bug+in food+poisoning spoiled expired rotten sick haar+im verdorben*
    lebensmittelvergift* abgelaufen* schlecht+geworden pelo+en caducad* intoxic* podrid* cheveu* perime*
    avari* capello scadut* intossic* avariat* marcio
canteen: canteen* cafeteria* refectory dining+hall* cafe bistro mensa* *mensa kantine* comedor* cantina*
    cantine* cafet resto+u restaurant+universitaire restau* resto mensa mense bar caffetteria
vending: vending* getraenkeautomat* snackautomat* kaffeeautomat* maquina+expendedora vending+expendedor*
    distributeur+boisson* distributore+automatico macchinetta+caffe
queue: queue* queuing line lines lined waiting wait waits waited waitlist* schlange* *schlange anstehen
    angestanden anstell* warte* *warte* gewartet* wartezeit* cola colas espera* esper* fila filas
    lista+espera queue queues file+attente attente attendre attend attends attendu attendons poireaut* coda
    code file attesa attes* aspett* attend* lista+attesa
opening hours: opening+hours opens closes closed+early opening+closing oeffnungszeit* schliesst geschlossen
    zu+frueh oeffnet geoeffnet horario* apertura cierra* cierran cerrado cerrada abre abren horaire*
    ouverture* fermeture* ferme fermee ouvre ouvert orari* chiusura chiude chius* apre aprono
appointment: appointment* slot slots consultation office+hour* termin termine *termin sprechstunde*
    sprechzeit* cita citas tutoria* hora rendez+vous rdv permanence creneau* appuntament* ricevimento
    colloqui*
housing: housing dorm dorms dormitor* residence* roommate* flatmate* landlord* halls tenan* warden wohnheim*
    *wohnheim wohnheimplatz* mitbewohner* zimmervergabe* studierendenwerk* studentenwerk* wohnung
    mietvertrag* residencia* alojamiento* companer* piso habitacion colegio+mayor logement* colocataire*
    crous chambre* bail residenz* alloggi* coinquilin* studentat* collegio stanza
lending: borrow* loan loans lend* overdue renewal* renew reservation* interlibrary book books library
    libraries reading+room ausleih* *ausleihe leihfrist* vormerk* mahn* buch buecher *buch fernleihe*
    bibliothek* *bibliothek bib prestam* libro libros renova* reserva* biblioteca* pret prets emprunt* livre
    livres reserv* bibliotheque* bu prestit* libri prenotazion* bibliotec* rinnov*
shuttle: shuttle* bus buses timetable* minibus* pendelbus* busse *bus fahrplan* lanzadera* autobus* navette*
    horaires navett* autobus pullman
sports: gym sport* fitness yoga swim* pool tennis football court course* *sport* hochschulsport* fitness*
    yoga* schwimm* tennis* fussball* turnhalle* kurs kurse *kurs deporte* deportiv* gimnasio* piscina nata*
    tenis futbol polideportivo curso cursos pista gymnase* piscine* natation foot cours palestr* piscin*
    nuoto calcio corso corsi
mail: parcel* package* mailroom* mail+room* post+room* postal letter* post delivered delivery courier paket*
    *paket poststelle* brief briefe* zustell* lieferung* paquete* correo+postal carta cartas mensajer*
    entrega* colis courrier* lettre lettres livraison* pacco pacchi lettera lettere corriere consegn* posta
lost property: lost+property lost+found mislaid fundbuero* fundsachen objetos+perdidos objets+trouves
    oggetti+smarriti
counselling: counsel* advis* advice career* psycholog* disability doctor nurse nurser* daycare kindergarten*
    berat* *beratung* kita betreuung* arzt asesor* orientacion psicolog* guarderia medico conseil*
    orientation creche infirm* medecin consulen* orientament* asilo+nido infermier*
service: service services understaffed one+counter only+one quality help unhelpful helpful competent
    incompeten* useless organised organization chaos* bedienung* personalmangel* inkompetent* hilfsbereit*
    kompetent* unfaehig* servicio* calidad desorganiz* inutil* caos qualite desorganis* inutile* bordel
    servizi* qualita disorganizz*
organisation: archive* archiv* archivar* archivo+historico archives archivi* museum* museo* musee* donat*
    spende* *spende donacion* don+alumni donazion* alumni* ehemalige* exalumnos anciens ex+student*
    moving+company umzugs* mudanza* demenag* traslocator* trasloc* unishop* uni+shop merch* hoodie*
    sweatshirt* *shop tienda* boutique* negozio bookshop* buchhandlung* librairie* librerie translator*
    uebersetz* traduc* traduct* traduttor* language+centre* sprachenzentrum* sprachkurs* centro+idiomas
    centre+langues centro+linguistico placement+test einstufung* prueba+nivel test+placement tour tours
    fuehrung* visita+guiada visite+guidee visita+guidata guide guides ombuds* gleichstellung* igualdad
    egalite pari+opportunita union council asta fachschaft* *rat delegado* delegad* elu+etudiant
    rappresentant* international+office auslandsamt* relaciones+internacionales relations+internationales
    relazioni+internazionali career+service* berufsberatung* praktik* *praktikum practicas stage stages
    tirocini* internship* placement* volunteer* freiwillig* voluntari* benevol* volontar* event*
    veranstaltung* *veranstaltung evento* evenement* conference* tagung* congreso* colloque* convegn*
    laundry waesche* *waesche lavanderia* laverie* blanchisserie* hairdress* copyshop* copy+shop reprograf*
    reprographie copisteria* tourist* hotel*
duration: late+again closed+sign sign+back gone+lunch break lunch+break mittagspause* *pause pause pausa
    descanso pause+cafe pausa+caffe closed+door closed+counter nobody+there niemand+da nadie+alli
    personne+guichet nessuno+sportello half+hour stunde* *stunde stunden horas+esperando heure+attente
    ore+attesa mezz minute* minuten minutos minutes+attente minuti+attesa quarter+hour viertelstunde*
    cuarto+hora quart+heure quarto+ora forty+minutes`;
