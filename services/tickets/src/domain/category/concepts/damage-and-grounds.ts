/** Words for damage, dirt, pests, hazards, grounds and parking. */
export const damageAndGrounds = `
mount: mount mounted mounting bracket* screw screws bolted unscrewed hook hooks halter* *halterung*
    schraube* *schraube befestig* duebel* haken aufhaeng* soporte* tornillo* anclaje* sujecion* gancho*
    atornill* fixation* vis support supports visse* equerre* crochet* staffa staffe viti vite support*
    fissat* fissaggi* ganci* tassell* avvit*
loose: loose loosen* wobbl* shaky hanging dangl* unstable tilting sagging tipp* detach* came+off coming+off
    come+off fall+off fell+off comes+away came+away locker* wackel* lose* loest* haengt haengen
    herunterhaeng* schief* kippt kippel* abgeloest* geloest suelto suelta sueltas sueltos floj* tambale*
    coj* colgand* cuelga* despeg* despren* descolg* inestable* cojea* bail* branl* descell* desserr* pend
    pendent pendouill* decroch* decoll* bancal* instable* devisse* tient+plus penche allentat* traball*
    penzol* staccat* stacca* ballan* pericolant* dondol* instabil* storto storta svitat* scollat*
fall: fall falls falling fell fallen drop drops dropped collapse* crash* fall* faellt fiel *gefallen
    absturz* abgestuerzt stuerz* runter* herunter* herabfall* cae caen cayo caido* caida* caer* cayendo
    derrumb* desplom* tombe tombent tombee tomber tombes chute* effondr* ecroul* cade cadono cadere cadut*
    cadendo crolla* crollat* precipit*
crack: crack* split splinter* shatter* chip chipped crumbl* peel* flak* riss* risse *riss gesprung*
    gerissen* zersplitter* splitter* broeckel* abblaetter* bruechig* grieta* agriet* rajad* astill*
    resquebraj* desconch* fissure* fendu* fele* eclat* lezard* ecaill* effrit* fend* crepa crepe crepat*
    incrinat* scheggi* sgretol* sbreccia* scrost* spaccat*
jam: jam jams jammed stuck wedged sticks seized klemm* verklemm* eingeklemmt* haengt+fest hakt atranca*
    atascad* encaja* trabad* bloquead* coince* bloque bloquee bloques grippe* incastr* bloccat* inceppat*
    grippat* blocca
broken off: snapped broken+off broke+off torn ripped bent buckled hole holes gap missing smashed dent*
    abgebrochen* abgeriss* verbog* gerissen zerriss* loch loecher* kaputt verbogen zerbrochen* eingeschlag*
    roto rota rotos rotas arrancad* doblad* agujero* hueco partid* rajada destroz* casse cassee casses
    cassees arrach* tordu* trou trous dechir* enfonce* rotto rotta rotti rotte spezzat* strapp* piegat* buco
    buchi storta sfondat* divelt* frantum*
noise: noise noisy noises rattl* squeak* creak* hum hums humming buzz* bang banging loud screech* whistl*
    rumbl* laerm* laut lauter geraeusch* quietsch* knarr* brumm* summ* klapper* pfeif* droehn* rauscht
    ruido* ruidos chirri* zumb* golpe golpes traqueteo estruendo pitido bruit* bruyant* grince* siffl*
    bourdonn* claque* vibre* vacarme ronron* rumor* cigol* ronz* sbatte sbattono fischi* vibra* fracass*
    stridul* frastuon*
smell: smell* stink* stench odour* odor reek* whiff stinky geruch* riech* gestank* mief* *geruch muffig*
    huele* olor* oler peste pestilente apesta* hedor* tufo odeur* pue puent puant* puanteur* sent sentent
    schlingu* relent* odore odori puzz* olezzo fetore tanfo maleodorant*
waste: trash* garbage* rubbish* litter* bin bins waste skip skips recycl* dumpster* refuse *muell* *abfall*
    *abfaell* papierkorb* papierkoerb* *tonne *tonnen *container* basura* papelera* contenedor* residuos
    desperdici* poubelle* dechet* ordure* detritus benne* encombrants spazzatur* rifiut* cestin* bidon*
    immondizia pattume cassonett*
dirty: dirt* filth* dust* stain* grime grimy sticky unclean mopped vacuum* spill* vomit* blood dreck* *dreck
    schmutz* staub* verschmutz* verdreck* fleck* klebrig* versifft* kotze erbrochen* blut schmier* sucio*
    sucia* suciedad polvo mugr* mancha* pringos* sangre guarr* sale sales salete* crasse* crasseu* poussier*
    tache taches souill* collant* vomi vomis sang degueu* sporc* polver* lurid* macchi* sudici* appiccicos*
    sangue lercio lercia schifos*
cleaning: clean cleaned cleaning cleaner cleaners janitor* mop mops hoover* putz* reinig* *reinigung
    gereinigt* geputzt* sauber* wisch* gewischt* gesaugt limpia* limpie* fregar fregona nettoy* menage
    propre propres balai serpilliere puli* pulizi* pulit* lavare lavato scopa igienizz*
pest: mouse+droppings mice rat rats rodent* cockroach* roach* ant ants bedbug* bed+bug* wasp* hornet* bee
    bees pigeon* bird birds bat silverfish flea fleas termite* maggot* flies moth moths vermin* nest nests
    infest* squirrel* spider* fox maeuse* *maus ratte* kakerlake* ameise* wespe* hornisse* biene* taube*
    vogel voegel bettwanze* silberfisch* ungeziefer* fliegen motte* marder* spinne* raton ratones rata ratas
    cucaracha* hormiga* avispa* abeja* paloma* pajaro* chinches pulga* plaga* nido* mosca* polilla*
    murcielago* souris cafard* blatte* fourmi* guepe* frelon* abeille* oiseau* punaise* puce nid nids
    mouche* mite mites nuisible* topo topi ratto ratti scarafagg* blatta blatte formic* vespa vespe
    calabron* api piccion* uccell* cimice cimici pulci nido mosche insett* roditor* falen*
car: car cars parking carpark* parked garage* car+park* vehicle* parkplatz* parkplaetze* *parkplatz
    *parkplaetze* parkhaus* tiefgarage* *garage auto autos parkdeck* geparkt parken aparcamiento* aparcar
    garaje* coche coches plaza plazas parking* garage voiture* stationn* vehicule* parchegg* macchina
    macchine autorimess* posteggi*
ground: path paths pathway* pavement* sidewalk* pothole* kerb* curb gravel road driveway* lawn* grass hedge*
    tree trees branch branches garden* bush bushes leaves root roots fence* courtyard* drain+cover* bollard*
    weg wege *weg gehweg* schlagloch* schlagloech* bordstein* rasen* hecke* baum baeume* *baum ast aeste
    garten laub zaun* wurzel* pflaster* kies kopfstein* acera* bache* camino* cesped seto* arbol* rama ramas
    jardin* valla* hojas raiz raices bordillo* patio trottoir* chemin* allee allees pelouse* haie haies
    arbre* branche* cloture* feuilles racine* nid+poule nids+poule cour gazon pave paves marciapied*
    vialett* viale prato siepe siepi albero alberi ramo rami giardin* recinzion* foglie radic* buca buche
    cortile aiuol* cordol* sanpietrin*
ice: ice icy snow* slippery slip slipped slippy gritted grit glatteis* eis vereis* schnee* rutsch* glatt
    glaette streuen gestreut ausgerutscht* hielo nieve nevad* resbal* patina* verglas neige* gliss* gel
    verglac* ghiacci* neve scivol* gelat* spalat*
bike: bike* bicycle* cycle+rack* fahrrad* fahrraeder* rad raeder *staender bici* bicicleta* velo velos bici
    biciclett* rastrellier*
fire: fire+alarm* smoke* extinguisher* sprinkler* evacuat* emergency+exit* fire+exit* fire+door* burning
    burnt spark* sparks flame* *brand* feuer* rauch* feuerloescher* notausgang* notausgaeng* fluchtweg*
    funken* verschmor* flamme* verbrannt* incendio* alarma* humo* extintor* salida+emergencia chispa*
    chispazo* quemad* evacua* llama incendie* alarme* fumee* extincteur* issue+secours sortie+secours
    etincelle* brul* incendi* allarme* fumo estintor* uscita+emergenza scintill* bruciat* fiamma
    maniglione+antipanico
gas: gas+smell gas asbestos chemical* fumes toxic carbon+monoxide gasgeruch* asbest* chemikali* giftig*
    daempfe amianto quimic* toxic* vapores gaz amiante chimique* toxique* chimic* tossic* esalazion*
hazard: hazard* danger* trip tripped tripping injur* hurt unsafe accident* risk gefahr* gefaehr* stolper*
    verletz* unfall* lebensgefahr* absturzgefahr* peligr* tropez* tropie* herid* lesion* accidente* riesgo*
    trebuch* bless* risque* pericol* inciamp* ferit* incident* rischi*
trapped: trapped between+floors rescued steckengeblieben stecken eingesperrt zwischen+stockwerk* encerrad*
    atrapad* entre+plantas enferme* coincee entre+etages intrappolat* chius* dentro
maintenance: repair repairs repaired maintenance caretaker* handyman carpenter* joiner* locksmith*
    facilities estates hausmeister* reparatur* reparier* repariert* haustechnik* schreiner* schlosser*
    tischler* wartung* mantenimiento repar* arreglen arreglar carpinter* cerrajer* fontaner* electricista*
    concierge menuisier* serrurier* plombier* electricien* manutenzion* ripar* idraulic* falegname fabbro
    elettricist* aggiust* sistemare
grounds and materials: graffit* sticker+wall moss algae moos algen alghe musgo mousse weed weeds unkraut
    *unkraut hierbas+malas mauvaises+herbes erbacce gutter* dachrinne* regenrinne* canalon* gouttiere*
    grondai* chimney* kamin* schornstein* antenna* antenne+dach flagpole* fahnenmast* asta+bandiera
    mast+light fountain* drinking+fountain *brunnen trinkbrunnen* wasserspender* fuente fuentes fontaine*
    fontan* fontanell* ashtray* aschenbecher* cenicero* cendrier* portacenere posacenere kitchenette*
    teekueche* kuechenzeile* office+kitchen cocina+planta kitchen+sink cucinotto cucinin* shed schuppen
    caseta+jardin cabanon playground* spielplatz* parco+giochi columpio* balancoire* pergola* gazebo* pond
    teich* estanque* etang laghetto greenhouse* gewaechshaus* invernadero* serre serra plants pflanzen
    *pflanze plantas+macetas plante plantes piante irrigat* sprinkler* bewaesser* riego arrosage*
    irrigazion* shutter+box sewer* septic manhole* kanaldeckel* tapa+alcantarilla plaque+egout drainpipe*
    fallrohr* hydrant* bouche+incendie idrante* estrich* mortar moertel fuge fugen grout* lechada
    fuga+piastrell* beton concrete hormigon calcestruzz* cemento ciment ziegel *ziegel brick* ladrillo*
    brique* matton* tegol* teja tejas tuile* holz *holz timber wood wooden madera bois legno stahl steel
    acero acier acciaio rust* rost+schraube rostig* verrostet* oxid* rouill* arruggin* ruggine`;
