/** Words for water, sanitation, heating, cooling, power and light. */
export const waterAndClimate = `
lift: lift lifts elevator* escalator* dumbwaiter* *aufzug* *aufzueg* *fahrstuhl* *fahrstuehl* rolltreppe*
    *lastenlift* ascensor* montacargas escaleras+mecanicas ascenseur* monte+charge montacarichi scala+mobile
    scale+mobili
toilet: toilet toilets loo loos restroom* bathroom* washroom* urinal* wc wcs gents cubicle* latrin* lavator*
    bidet* *toilette* klo klos *klo pissoir* *spuelung abort sitzspuelung* *klosett* bano banos aseo aseos
    inodoro* vater wateres water retrete* lavabos servicios toilettes sanitaire* chiottes chasse chasse+eau
    cuvette* bagno bagni gabinett* tazza tazze sciacquon* turca toilette vespasian*
basin: sink sinks basin basins washbasin* tap taps faucet* mixer *waschbecken* *wasserhahn* *wasserhaehn*
    *armatur* *spuele lavabo lavabos grifo grifos griferia fregadero* robinet* evier* mitigeur* vasque*
    lavandin* rubinett* lavello lavelli miscelator*
shower: shower* bathtub* dusche* *dusche *duschen* badewanne* ducha duchas douche douches pommeau* doccia
    docce
pipe: pipe pipes piping plumb* hose hoses radiatorpipe drainpipe* downpipe* valve* waterpipe* stopcock*
    *rohr *rohre *rohren *rohrs rohr* *leitung schlauch* ventil* wasserleitung* tuberia* caneria* manguera*
    valvula* bajante* tuyau* canalisation* conduite* vanne plomberie tubo tubi tubatur* tubazion* conduttur*
    valvol*
drain: drain drains drainage gully gullies sewer* sewage clog* siphon* manhole* blocked+drain* backed+up
    *abfluss* *abfluesse* abwasser* verstopf* kanalisation gulli* desague* atasc* alcantarill* sumidero*
    sifon desatasc* bouche bouches bouchee bouchees evacuation egout* scarico scarichi intasat* otturat*
    fogn* tombin* sifone sifoni ingorgat*
leak: leak* drip drips dripping dripped seep* trickl* gush* burst spray* ooz* undicht* tropf* leck leckt
    lecks rohrbruch* sickert laeuft+aus rinnt rieselt gotea* gotera* fuga fugas filtra filtracion*
    filtraciones escape escapes chorrea* fuit fuite fuites goutte* coule coulent suint* ruissel* perde
    perdono perdita perdite gocciol* infiltra* colata cola colano stilla* sgocciol*
flood: flood* puddle* soaked soggy waterlog* overflow* swamp* ankle+deep ueberschwemm* ueberflut* pfuetze*
    wasserlache* lache lachen inundad* inundacion* charco* encharc* desbord* anega* empapad* inond* flaque*
    deborde* trempe* allag* pozzanghera pozzanghere pozza pozze traboc* fradici* inzuppat*
water: water waters wasser *wasser agua aguas eau eaux acqua acque
rain: rain rains rained raining rainy rainwater downpour* storm* thunderstorm* regen regnet regnete geregnet
    gewitter* sturm unwetter* lluvia* llueve* llovia llovio llover tormenta* pluie* pleut pleuvait orage*
    averse* pioggia piogge piov* tempora* acquazzon*
damp: damp dampness moist* mould* mold moldy mildew* fungus feucht* *schimmel* moder* stockfleck* humed*
    moho mohos mohosa humid* moisi* champignon* umid* muffa muffe ammuffit*
heating: heating heater* radiator* boiler* thermostat* furnace* underfloor *heizung* *heizkoerper* heizt
    heizen geheizt *heizkessel* *heizstrahler* calefaccion* radiador* caldera* termostato* estufa*
    calefactor* chauffage* radiateur* chaudiere* convecteur* riscaldament* termosifon* calorifer* caldaia
    caldaie termostat* stufa stufe
cooling: aircon air+con air+condition* conditioner* conditioning ac hvac cooling chiller* fan fans ventilat*
    vent vents airflow *klimaanlage* klimagerae* klima *lueft* ventilator* belueft* kuehlung
    aire+acondicionado acondicionado climatiza* ventila* rejilla* refrigeracion climatis* clim ventil*
    aeration bouche+aeration vmc aria+condizionata condizionator* climatizz* aerazione ventola ventole
    raffreddament* areazione
cold: cold freez* froze* frozen chilly shiver* icy kalt* *kalt kaelte frier* frost* eiskalt* bibber* zitter*
    gefror* frio fria frios frias helado helada congel* tirit* pasmad* helador froid* glacial* gele geler
    frigorifi* grelott* caill* fredd* gel* congelat* gela infreddolit* ghiacciat*
hot: hot heat boiling sweltering sauna oven* sweat* roasting scorching warm stifling overheat* stuffy heiss*
    hitze warm* schwitz* stickig* ueberhitz* calor caliente calientes asfixi* sudand* sudar sudamos
    sofocante bochorn* chaud chaude chauds chaudes chaleur* etouff* suffoc* transpir* canicule* surchauff*
    cald* afos* sud* soffoc* asfissi* bollent*
degrees: degrees degree celsius temperature* grad temperatur* grados temperatura* degres degre gradi
    temperature
draught: draught* drafty draft draughty breeze zugluft zieht zugig corriente+aire corrientes+aire
    courant+air courants+air spiffer* corrente aria
power: electric* electrician* power powered fuse fuses blackout* breaker* mains wiring voltage
    short+circuit* outage* wired substation* strom *strom stromausf* sicherung* elektrik* elektrisch*
    elektro* kurzschluss* stromschlag* spannung luz electricidad apagon* fusible* diferencial corriente
    cortocircuit* cuadro+electrico electri* courant disjonct* coupure* tension court+circuit elettric*
    corrente salvavita fusibil* blackout interruttore+generale quadro+elettrico
socket: socket sockets outlet outlets powerpoint power+strip* extension+lead* plug+sockets *steckdose*
    steckerleiste* mehrfachstecker* enchufe* regleta* toma+corriente prise prises multiprise* presa prese
    ciabatta multipresa
light: light lights lamp lamps bulb bulbs lighting lit unlit flicker* fluorescent* neon lamppost*
    streetlight* lantern* floodlight* spotlight* lantern strip+light* licht *licht lichter *lampe* *leuchte*
    *leuchtung* *birne *birnen flacker* neonroehr* *laterne* strahler roehre* dunkel luz luces lampara*
    bombilla* farola* fluorescen* foco focos alumbrado iluminacion parpade* plafon* lumiere* lampe lampes
    lampadaire* neons ampoule* eclairage* spot spots clignot* reverbere* luce luci lampad* lampion*
    plafonier* illuminazion* faretto faretti sfarfall* lampegg*
dark: dark darkness pitch black dunkel* finster* stockdunkel* oscur* oscuras obscur* noir sombre* penombre
    buio
switch: switch switches dimmer* *schalter lichtschalter* interruptor* interrupteur* variateur* interruttor*
supplies: soap* toilet+paper paper+towel* toilet+roll* hand+dryer* sanitary+towel* dispenser* seife*
    klopapier* toilettenpapier* handtuch* papierhandtuech* *spender jabon* papel+higienico secamanos
    toallita* dispensador* savon* papier+toilette papier+hygienique essuie+main* distributeur+savon
    seche+main* sapone carta+igienica asciugaman* salviett* dispenser+erogator*
machinery: compressed+air druckluft* *druckluft aire+comprimido air+comprime aria+compressa stickstoff*
    nitrogen nitrogeno azote azoto helium generator* notstrom* *aggregat groupe+electrogene
    gruppo+elettrogeno pump pumps pumpe* *pumpe bomba+agua pompe pompes pompa motor *motor motore moteur*
    compressor* kompressor* compresor* compresseur* bomba centrale caldaia exhaust abluft* campana
    extraccion hotte cappa sprinkleranlage
sensor: sensor* motion+detector* bewegungsmelder* detector* movimiento capteur* detecteur* rilevator*`;
