/** Words for people, how they behave and what they say. */
export const people = `
rude: rude* unfriendly impolite disrespect* arrogan* yell* shout* scream* insult* condescend* patroni*
    attitude unprofessional* sneer* mock* rolled+eyes snapped bark* harass* bull* hostile grumpy surly
    dismissive* brusque curt cheeky swore sarcas* snappy nasty unfreundlich* unhoeflich* frech*
    unverschaemt* angeschrien angeschnauz* angebruell* anschnauz* patzig* respektlos* herablassend*
    abgewimmelt* beleidig* barsch* pampig* muffelig* ruppig* anmaul* angemault* schrie schreit bruell*
    augen+verdreh* schnippisch* rotzig* launisch* angeblafft* blafft blaffte genervt* grob maleducad*
    groser* antipatic* gritar gritos grito gritado grita borde bordes despreci* malos+modos malas+formas
    desagradable* burl* ningune* trato trata soberbi* chulo chula chuleria desprecio impoli* desagreable*
    malpoli* grossier* hautain* mepris* aggress* agressi* cri crie criait hurl* moque* sechement rembarr*
    envoye+paitre envoye+promener engueul* odieu* soupir* maleducat* scortes* sgarbat* urlat* urla trattat*
    villan* scocciat* scontros* sgarbo cafon* deris* sbuff* trattar* sprezzant* strafottent* sbraita*
manners: reacted* tone ton+vergriffen tono voice+raised apologis* apologiz* ashamed humiliat* embarrass*
    gedemuetigt* blossgestellt* blamiert* humill* avergonz* humili* mortific* umili* threaten* droht*
    bedroh* gedroht* amenaz* menac* minacc* touched+me belaestig* acos* harcel* molest* prejudice*
    vorurteil* prejuicio* prejuge* pregiudiz* lie+about gelogen* mentir* mintio menti* menteur* bugi* ment*
    shrug* achselzuck* schultern+zuck* hombros hausse+epaules epaules alzat+spalle spallucce whisper* sigh*
    seufz* suspir* soupir* sospir* wave+away wink* abgewink* abgewimmel* hissed gezischt* siseo siffla
    stare* starr* glotz* miro+mal regard+noir fissav* slam+phone hung+up aufgelegt* colgo+telefono colgaron
    raccroch* riattacc* butt+in unterbroch* interrump* interrompt* interrott* patience geduld* paciencia
    pazienza polite* hoeflich* freundlich* educad* amable* poli polie politesse gentil* cortes* garbo
    educazion* respect respekt* respeto rispett*
complain: complain* complaint* unacceptable disgrace* disappoint* outrage* ridiculous* shame* shambles
    scandal* joke unfair* poor appalling awful terrible beschwer* *beschwerde* unzumutbar* zumutung*
    frechheit* enttaeusch* inakzeptabel* skandal* laecherlich* unmoeglich schlecht* unverschaemtheit queja*
    quejar* inaceptable* verguenza indignant* decepcion* ridicul* injust* escandal* lamentable* penos*
    plainte* plaindre reclamation* inadmissible* inacceptable* honte* decu* deception abus* reclam*
    lamentel* lamentar* inaccettabil* vergogn* delus* ridicol* ingiust* indecen* indegn* pessim*
employee: staff employee* clerk* lady man woman guy receptionist* assistant* supervisor* manager* personnel
    colleague* attendant* worker* she he her personal* mitarbeiter* *mitarbeiter* angestellt* dame herr frau
    kolleg* sachbearbeiter* leiter* er sie empleado* empleada* funcionari* senora senor chico chica
    encargad* trabajador* administrativ* personal employe* agent agents monsieur responsable* gestionnaire*
    collegue* personale impiegat* operator* addett* signora signore responsabil* collega collegh* dipendent*
    ragazz*
guard: guard* security porter* warden* doorman* attendant* wachdienst* pfoertner* sicherheitsdienst*
    wachmann* aufsicht* vigilante* guardia* conserje* bedel* gardien* vigile* concierge* surveillant*
    securite custod* guardian* vigilant* portier* portineri* usciere
cleaner: cleaner cleaners cleaning+lady cleaning+staff cleaning+crew cleaning+company putzfrau* putzkraft*
    putzkraefte* reinigungskraft* reinigungskraefte* reinigungsfirma* putzkolonne* limpiador*
    senora+limpieza personal+limpieza empresa+limpieza femme+menage agent+entretien agents+entretien
    personnel+menage societe+nettoyage addett*+pulizie donna+pulizie signora+pulizie impresa+pulizie
    ditta+pulizie
technician: technician* helpdesk+person engineer* it+guy* it+staff techniker* haustechniker* itler
    informatiker* tecnico tecnicos informatico informaticos technicien* informaticien* tecnici
librarian: librarian* library+staff bibliothekar* bibliotheksmitarbeiter* bibliotecari* bibliothecaire*
teacher: lecturer* professor* prof teacher* tutor* supervisor* instructor* assistant examiner* dozent*
    lehrbeauftragt* betreuer* pruefer* profesor* docente* catedratic* professeur* profs enseignant*
    charge+cours jury correcteur* docent* relator* commission*
coach: coach* trainer* instructor* lifeguard* uebungsleiter* bademeister* entrenador* monitor monitora
    monitores socorrist* entraineur* moniteur* coach maitre+nageur allenator* istruttor* bagnin* trainer
driver: driver drivers fahrer fahrerin busfahrer* conductor conductora chofer chauffeur* conducteur* autist*
    conducent*
kitchen staff: cook cooks chef* cashier* canteen+staff server waiter* kitchen koch koeche kassierer*
    kassiererin kuechenpersonal kueche* bedienung cocinero* cajera camarer* cocina cuisinier* caissi*
    serveur* cuisine* cuoco cuoca cuochi cassier* inservient* cucina camerier*
no answer: answer* reply replies replied respon* ignored ignore ignoring unanswered called+back nobody
    no+one turned+away antwort* *antwort* rueckmeldung* ignorier* erreich* zurueckgeruf* niemand keiner
    abgewiesen weggeschickt vertroest* respond* respuesta* contest* ignora* nadie atiend* atendi* atencion
    coge repond* reponse* ignorent personne joignable injoignable* relance* rappel* rispond* rispost*
    nessuno risulta richiam* rimbalz*
promise: promise* apolog* sorry excuse* blame* lied lie told+me said says refus* denied versproch*
    entschuldig* ausrede* behaupt* meinte sagte weiger* verweiger* abgelehnt* promet* disculp* excusa* dijo
    dijeron dicen dice niega negado rechaz* nego promis promett* excus* dit disent pretend* nie promess*
    scus* rifiut* dett* dicono disse negat* respint*
idling: laugh* chat chatting phone+while gossip* smok* playing joking ignoring lach* quatsch* schwatz*
    rauch* daddel* handy tratsch* rei* risa charl* cotille* fumand* movil riendo rire riait rigol* bavard*
    discut* fum* portable rid* chiacchier* fumav* cellular* scherz*
discrimination: discriminat* racis* sexis* foreign* accent english wheelchair diskriminier* rassis*
    auslaend* akzent rollstuhl* discrimin* machis* extranjer* acento silla+ruedas etranger* fauteuil+roulant
    razzis* sessis* stranier* accento sedia+rotelle
others: people students fellow+students neighbour* neighbor* flatmates party parties drunk dogs+barking
    singing drums shouting+outside *leute kommilitonen* studenten nachbar* party* feiern feiert betrunken*
    groel* gegroel* vecin* fiesta* borracho* gente ruido+vecinos voisin* fete fetes ivre* soiree* vicin+casa
    vicini festa feste ubriac* studenti rumorosi guests gaeste invitados invites ospiti visitors besucher
    *besucher visitantes visiteurs visitatori children kinder ninos enfants bambini
smoking: smoke+breaks smoking raucher* rauchen fumador* fumar fumeur* fumer fumator* fumare`;
