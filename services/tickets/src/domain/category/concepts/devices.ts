/** Words for computers, printers, audio and video, readers and terminals. */
export const devices = `
computer: computer* pc pcs laptop* desktop* workstation* mac imac notebook* machine mouse keyboard* monitor*
    boot* reboot* usb hard+disk* harddrive* cpu docking battery charger ssd tablet* rechner* tastatur*
    bildschirm* *bildschirm maus festplatte* hochfahr* faehrt+hoch bootet docking* akku ladegeraet
    ordenador* portatil* equipo equipos teclado* pantalla* raton disco+duro arranca arrancan bateria
    cargador tableta* torre ordinateur* ordi ordis portable* clavier* ecran ecrans souris disque+dur
    demarre* batterie chargeur tablette* computer tastier* schermo schermi hard disk si+accende avvia avvio
    batteria caricator* tablet
printer: print* printer* copier* photocop* scan scans scanner* toner* plotter* cartridge* ink paper+jam*
    druck* *drucker* kopier* scan* tinte papierstau* patrone* impresora* imprim* impres* fotocop* escaner*
    escane* toner cartucho* plotter multifuncion impress* cartouche* bourrage* traceur copieur* stampa
    stampan* stampar* stampat* scanner scansion* cartucc* inceppa*
projector: projector* beamer* hdmi vga image picture screen* display* adapter* dongle* *beamer projektor*
    bild *leinwand anzeige* proyector* canon imagen pantalla* adaptador* videoproj* projecteur* retroproj*
    ecran adaptateur* proiettor* videoproiettor* immagine schermo adattator*
audio: microphone* mic mics speaker* loudspeaker* sound audio headset* headphone* hearing+loop volume
    amplifier* lapel mikro* *mikrofon* lautsprecher* ton *ton tonanlage* kopfhoerer* lautstaerke
    verstaerker* hoerschleife* microfono* altavo* sonido auriculares megafonia volumen micro micros
    haut+parleur* son sono casque* ampli enceinte* microfon* altoparlant* cuffi* casse amplificator* suono
video: camera* webcam* video* recording* recorded stream* zoom teams webex capture panopto conference
    kamera* webcam aufzeichn* videokonferenz* aufnahme* camara* grabacion* grab* streaming videoconferencia*
    enregistr* captation* visio* diffusion telecamer* registrazion* registra videoconferenz*
remote: remote+control* touchscreen* touch+panel* touch smartboard* interactive fernbedienung* touch*
    interaktiv* mediensteuerung* mando tactil* pizarra+digital telecommande* tactile* tableau+interactif
    tableau+numerique telecomand* lim
reader: card+reader* badge+reader* reader readers badge* swipe* keycard* key+card* rfid nfc transponder*
    chip+card* student+card* campus+card* access+card* kartenleser* *leser *lesegeraet* lesegeraet*
    chipkarte* *karte *ausweis* karte lector lectores tarjeta* carnet carne lecteur* badgeuse*
    carte+etudiant* carte lettore lettori badge tesser* tessera
terminal: terminal* kiosk* self+checkout self+service+machine* ticket+machine* payment+machine*
    card+machine* top+up *terminal* *automat automat* *automaten kassenautomat* selbstverbuch* quiosco*
    datafono* tpv maquina+autoprestamo cajero* borne bornes automate* tpe distributeur* totem colonnin*
    distributor* pos biglietteria+automatica macchinetta
phone: phone telephone* handset* intercom* extension voip dial* voicemail* telefon* hoerer* gegensprech*
    durchwahl anrufbeantworter telefono* interfono* videoportero telefonillo interphone* visiophone combine
    citofon* videocitofon* interno cornetta segreteria+telefonica
display: screen monitor display displays panel panels led scoreboard shows showing anzeigetafel*
    infobildschirm* zeigt anzeige paneles pantalla muestra panneau+affichage afficheur* affiche pannello
    tabellone mostra
device: iphone* ipad* android* smartphone* smartwatch* chromebook* macbook* thinkpad* surface gpu* gpus
    cluster* hpc node nodes raspberry arduino 3d+printer 3d+drucker clicker* presenter* walkie* dictaphone*
    document+camera visualizer visualiser *kamera diktiergeraet* dokumentenkamera* walkie+talkie funkgeraet*
    pager beeper kvm switchbox repeater modem* ups usv server* rack+server *rechner *laptop *pc *display
    *tablet oscilloscope* spectrometer* simulator* vr headset* datenlogger wlan+stick sim+karte
    dockingstation* barcode* scanner* qr lesestift* airplay chromecast appletv apple+tv miracast splitter
    konverter converter* cable cables kabel *kabel cavo cavi cable* netzteil* psu netzgeraet* alimentatore*
    alimentador* clickers puntero telepuntero pointeur* telecommande* boitier* onduleur* modem routeur*
    puntatore* ripetitore* centralino camcorder*`;
