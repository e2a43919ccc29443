/** Words for rooms, doors, furniture and what they are made of. */
export const roomsAndFurniture = `
door: door doors doorway* doorhandle* doorknob* doorframe* hinge hinges doorstop* closer turnstile*
    revolving *tuer *tueren tuer* *klinke* tuergriff* scharnier* tuerschliess* drehkreuz* pforte puerta*
    bisagra* manilla* pomo picaporte* torno tornos marco porte portes poignee* charniere* gond gonds groom*
    tourniquet* portail* portillon* porta portone portoni manigli* cerniera cerniere cardine cardini
    tornello tornelli maniglione anta ante
lock: lock locks padlock* keyhole* deadbolt* latch* cylinder* bolt unlock* lockset* *schloss schloesser
    *schloesser riegel* schliesszylinder* verriegel* schnapp* cerradura* cerrojo* candado* pestillo* bombin
    serrure* verrou* cadenas loquet* barillet* gache serratur* lucchett* chiavistell* cilindro catenaccio
key: key keys schluessel* *schluessel *schluesseln llave llaves llavero cle cles clef clefs chiave chiavi
window: window windows pane panes skylight* windowsill* glazing windowpane* *fenster* scheibe* *scheibe
    oberlicht* verglas* ventana* ventanal* cristal cristales vidrio* claraboya* tragaluz fenetre* vitre*
    vitrage* carreau* velux lucarne* finestr* vetro vetri vetrat* lucernari* vetrate infiss*
blinds: blind blinds curtain* shutter* awning* roller sunshade* shade shades *jalousie* *rollo* rolladen*
    *rollladen* vorhang* *vorhaenge* markise* sonnenschutz* verdunk* persiana* cortina* estor estores toldo*
    store stores volet volets rideau* persienne* tapparell* tenda tende tendin* veneziane persian* scurin*
    avvolgibil*
gate: gate gates barrier barriers schranke* *schranke tor tore *tor poller* verja* barrera* cancela portalon
    bolardo* barriere* portail* grille cancello cancelli sbarra sbarre
chair: chair chairs seat seats seating armrest* backrest* stool stools bench benches sofa sofas couch*
    armchair* castor* footrest* swivel *stuhl *stuehle* *sitz *sitze hocker* sessel* *sessel *bank *baenke*
    lehne* *lehne* armlehn* rueckenlehn* couch stuhl* silla* asiento* butaca* banco bancos sillon* taburete*
    respaldo* reposabrazos banqueta* chaise* siege sieges fauteuil* banc bancs tabouret* canape* accoudoir*
    dossier strapontin* assise* sedia sedie seduta sedut* poltron* panca panche panchin* divano divani
    sgabell* schienal* braccio bracciol*
table: table tables desk desks tabletop* worktop* lectern* bench+top workbench* *tisch *tische *tischen
    *tischs tischplatte* *pult *pulte pult tisch* mesa mesas pupitre* escritorio* atril* tablero encimera*
    bureau tablette* tavolo tavoli tavolin* banco banchi scrivani* leggio cattedra tavolone
shelf: shelf shelves bookshel* bookcase* cupboard* wardrobe* cabinet cabinets drawer* locker lockers coat
    hook* rack racks *regal* *schrank* schraenke *schraenke* schublade* *spind* garderobe* *haken kommode
    estanteria* armario* cajon* taquilla* percher* estante* balda* consigna etagere* armoire* tiroir*
    casier* placard* portemanteau* patere* rayonnage* vestiaire* scaffal* armadi* cassett* mensola mensole
    appendiabit* credenza libreria ripian* attaccapann*
bed: bed beds bedframe* mattress* bunk* bett betten *bett matratze* lattenrost* cama camas colchon* somier
    litera* lit lits matelas sommier* letto letti materass* rete+del+letto doghe
board: whiteboard* blackboard* chalk* noticeboard* pinboard* flipchart* flip+chart* *tafel* kreide*
    pinnwand* pizarra* tiza* tablon* corcho rotafolio* tableau+noir tableau+blanc craie* paperboard* feutre*
    lavagna lavagne gess* bacheca bacheche pennarell*
appliance: fridge* freezer* stove* hob hobs oven microwave* dishwasher* kettle* washing+machine* washer*
    dryer* tumble+dryer kuehlschra* *herd herdplatte* ofen backofen mikrowelle* spuelmaschine*
    waschmaschine* trockner* gefrier* wasserkocher nevera* frigorifico* lavadora* secadora* horno microondas
    lavavajillas placa vitroceramica frigo frigos refrigerateur* four plaque plaques micro+ondes lave+linge
    seche+linge lave+vaisselle congelateur* bouilloire frigorifer* lavatric* asciugatric* forno fornell*
    microonde lavastovigli* piastra
ceiling: ceiling ceilings roof roofs rooftop* plaster* suspended+ceiling *decke deckenplatte* *dach* putz
    deckenpaneel* zimmerdecke deckenverkleid* stuck techo* tejado* cubierta* azotea escayola falso+techo
    plafond* toit toits toiture* platre faux+plafond soffitt* controsoffitt* tett* intonac* calcinacc*
wall: wall walls partition* facade* plasterwork paint painted wand waende *wand *waende mauer* fassade*
    tapete* anstrich pared paredes muro muros fachada* tabique* pintura desconch* mur murs cloison* peinture
    papier+peint muri parete pareti facciata intonaco vernice tramezz*
floor: floor floors carpet* tile tiles tiled lino linoleum parquet laminate floorboard* skirting paving slab
    slabs flagstone* mat doormat* *boden boeden fussboden* *belag* teppich* *fliese* parkett* laminat*
    linoleum* *platte fussmatte* suelo suelos baldosa* azulejo* moqueta alfombra* loseta* adoquin* tarima
    rodapie sol sols moquette* carrelage* dalle dalles carreaux tapis paillasson paviment* piastrell*
    moquette mattonell* lastra lastre tappet* zerbin* battiscopa
stairs: stair stairs staircase* stairwell* step steps handrail* railing* banister* ramp ramps balustrade*
    *treppe* stufe* *stufe gelaender* handlauf* *rampe* absatz escalera* escalon* peldano* barandilla*
    pasamanos rampa* escalier* marche marches rampe rampes garde+corps rambarde* main+courante scala scale
    scalin* gradin* corriman* ringhier* rampa
corridor: corridor* hallway* passage* foyer* lobby entrance* atrium flur* *flur gang *gang korridor*
    eingang* pasillo* vestibulo* entrada hall couloir* entree* passage corridoi* atrio ingress* androne
balcony: balcony balconies terrace* basement* cellar* attic* balkon* terrasse* keller* *keller balcon*
    terraza* sotano* cave sous+sol terrazz* cantin* scantinat* seminterrat*
construction: scaffold* drilling jackhammer* construction renovat* refurbish* excavat* *geruest* baulaerm*
    *baustelle* bohren bohrer umbau* sanier* presslufthammer* renovier* obra obras andami* taladr* reforma
    reformas chantier* travaux echafaud* marteau+piqueur cantier* impalcatur* ponteggi* trapan* ristruttur*
    lavori
room: room rooms classroom* lecture+hall* auditorium theatre seminar office offices raum raeume *raum
    *raeume hoersaal* *saal buero* *zimmer aula aulas sala salas despacho* clase anfiteatro salle salles
    amphi* bureau bureaux aule stanza stanze ufficio uffici
clock: clock clocks *uhr uhren uhr+steht wanduhr* reloj relojes horloge* pendule* orologi*
first aid: first+aid verbandskast* verbandskaest* *kasten erste+hilfe defibrillat* aed botiquin*
    trousse+secours defibrilator* desfibrilador* cassetta+pronto pronto+soccorso liege ruheraum* infermeria
    enfermeria
fitting: grab+bar handle handles knob knobs lever levers hebel *hebel *griff griff griffe haltegriff*
    haltestange* asidero* agarrador* manivela* manija* palanca* barre+appui levier* manette manivelle* leva
    levetta impugnatur* corriman* gasket* seal seals sealant silikon* dichtung* *dichtung junta juntas joint
    joints silicone guarnizion* spring springs feder federn muelle* ressort* molla molle nail nails nagel
    naegel clavo* clou clous chiodo chiodi wheel wheels rolle rollen rueda ruedas roulette* roue roues ruota
    ruote rotell* rail rails schiene* *schiene rieles riel glissiere* binario+ante guida+cassett*
    panel+loose blende blenden abdeckung* *abdeckung deckel cover covers lid tapa tapas couvercle* capot*
    coperchi* coperchio copertur* frame rahmen *rahmen marco marcos chambranle* montant* telaio cornice
    screw+cap strap grille* grid gitter *gitter rejilla* grille grilles griglia grate* grating* rost *rost
signs: signs signage signpost* arrow* label nameplate* schild schilder* *schild beschilder* wegweiser*
    cartel carteles senal senales senalizacion rotulo* letrero* panneau panneaux pancarte* signaletique
    fleche* cartello cartelli segnaletic* targa targhe frecc* insegn*
lab: fume+hood* fume+cupboard* eyewash* abzug* laborabzug* augendusche* digestorium campana+extractora
    lavaojos hotte hottes sorbonne* cappa cappe lavaocchi`;
