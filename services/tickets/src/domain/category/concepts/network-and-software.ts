/** Words for network, accounts, software and what happens on a screen. */
export const networkAndSoftware = `
wifi: wifi wi+fi wlan* wireless eduroam* hotspot* access+point* internet wlan internet* funknetz*
    netzzugang* inalambric* cobertura sans+fil rete+wifi connettivita
network: network* ethernet lan vpn* router* bandwidth dns proxy firewall* ip packet* port ping offline
    netzwerk* *netzwerk netz *netzwerkdose* red redes cable+red conexion* reseau* connexion* debit rete reti
    connession*
connect: connect* disconnect* reconnect* signal* verbind* verbunden* abbruch* bricht empfang conect*
    desconect* senal deconnect* signal connett* disconnett* colleg* connession* segnale scolleg*
login: login* log+in logging+in log+into logged sign+in signing+in log+on einlogg* eingeloggt* anmeldung*
    anmelden angemeldet* ausgeloggt* iniciar+sesion sesion sesiones loguear* acceder acceso identificar*
    identifi* login session sessions authentifi* loggar* accedere accesso accessi loggato
password: password* passcode* passwd pwd pw pin passwort* passwoert* kennwort* contrasena* clave claves
    mot+passe mots+passe mdp password parola+chiave
account: account* username* user credential* authenticat* mfa 2fa otp token tokens sso certificate expired
    konto konten *konto benutzer* *kennung* zugangsdaten zwei+faktor authenticator* cuenta cuentas usuario*
    credencial* autentic* verificacion codigo compte comptes identifiant* authentifi* utilisateur* code
    account utente utenze credenzial* autenticazion* codice spid
permission: certificate+expired zertifikat* *zertifikat certificat* root+certificate captcha locked+out
    gesperrt* *gesperrt entsperr* freischalt* bloccato+account unlock* reset* zuruecksetz* restablec*
    reinicializ* reinitialis* ripristin* permiss* berechtig* zugriff* *zugriff rechte permiso* autoriz*
    autoris* droits acces permess* freigabe* freigegeb* access+denied denied verweigert+zugriff
    acceso+denegado acces+refuse accesso+negato sso shibboleth saml idp edugain ldap passkey* yubikey*
    token* qr+code validat* valider activat* aktivier* activar activacion activation attivazion* attivar*
email: email* e+mail mail mails mailbox* inbox* outlook* spam phishing* imap attachment* newsletter*
    calendar* mail* postfach* outlook *mails anhang anhaenge kalender* correo correos buzon adjunto*
    bandeja+entrada phishing calendario courriel* messagerie boite+mail pieces+jointes piece+jointe spams
    agenda email posta+elettronica casella allegat* posta
software: software app apps application program* licence* license* install* update* updat* version* crash*
    bug bugs bugg* plugin* matlab spss excel word windows macos linux ubuntu office autocad latex python
    stata antivirus driver* programm* lizenz* aktualisier* version abgestuerzt abstuerz* stuerzt treiber*
    programa* licencia* aplicacion* instal* actualiz* cuelga controlador* paquete+estadistico logiciel*
    appli applis application* mise+jour mises+jour plante plantent pilote* licenz* applicazion* aggiorn*
    pianta driver
lms: moodle* ilias* canvas* blackboard+learn stud+ip olat* lms e+learning elearning aulavirtual aula+virtual
    campus+virtual plataforma* piattaform* plateforme* lernplattform* ent kursraum upload* uploaded
    uploading download* hochlad* hochgeladen* runterlad* herunterlad* subir descarg* cargar televers*
    telecharg* charger deposer caricar* caricat* scaricar* scaricat* carica upload
web: website* webpage* web page* page site link links browser* url chrome firefox portal* form online
    server* servers loading loads 404 500 timeout* cookie* webseite* seite seiten formular *server laedt
    pagina* enlace* navegador* portal formulario servidor* caido lien liens navigateur* portail formulaire
    serveur* ligne sito siti pagina browser portale modulo server
error: error* errors message* warning* popup* code fehler* *fehler fehlermeldung* meldung meldet errores
    mensaje* erreur* message affiche* avertissement errore errori messaggio schermata
storage: drive cloud onedrive sharepoint nextcloud owncloud folder* file files backup* disk+space quota*
    database* data dataset* laufwerk* netzlaufwerk* ordner* datei* dateien sicherung* speicherplatz*
    datenbank* daten* carpeta* archivo* fichero* nube copia+seguridad disco espacio unidad base+datos datos
    dossier* fichier* sauvegard* espace+disque* lecteur+reseau base+donnees donnees cartella cartelle backup
    spazio database dati
it support: helpdesk helpdesk* it+support it+department it+service* it+desk admin sysadmin it+rechenzentrum*
    it+abteilung edv informatic* soporte+tecnico informatiqu* dsi support assistenza ced
system: system* systems module* database sync* synchron* data scheduling campusmanagement* sistema*
    sincroniz* systeme* sistema sistemi sincronizz* gestionale esse3
product: teams onenote powerpoint overleaf endnote zotero citavi mendeley gitlab github git jupyter labview
    solidworks adobe acrobat photoshop illustrator indesign premiere citrix teamviewer bitlocker anydesk
    vmware docker rstudio anaconda mathematica maple comsol ansys arcgis qgis blender catia turnitin sap
    hisinone campusonline webuntis primuss doodle slack skype trello notion miro dropbox gmail icloud
    lockdown proctor* respondus safari edge thunderbird exchange libreoffice openoffice pdf pdfs docx csv
    xlsx ilearn opencast kaltura mentimeter kahoot latex chatgpt copilot deepl vlc refworks mahara h5p
    bigbluebutton bbb jitsi jabber webmail sharepoint esse3 cineca ariadna sigma univirtual hisqis stine
    tucan lsf klips alma primo
online form: subtitle* untertitel* subtitul* sous+titre* soustitr* sottotitol* captions quiz quizz* quizzes
    cuestionario* questionnaire* questionari* test+online submit* submission* abgabe* *abgabe abgegeben
    abgeben+moodle entrega+tarea tarea* devoirs devoir rendu+depot consegna+compit* compiti forum foro
    thread notification* benachrichtig* notificacion* notifich* push dashboard widget menu+bar button* knopf
    *knopf schaltflaeche* boton botones bouton* bottone pulsante+conferma tab tabs reiter+browser
    excel+datei export* exporte* import* download* pdf* blank+page weisse+seite pagina+blanco page+blanche
    pagina+bianca spinning spins lade+kreis wheel+spin ruedecita roue+tourne rotella+gira
screen contents: ssid dhcp subnet* vlan gateway ipv6 mbit* mbps gbit* ping latency latenz* paket+loss
    drop+connection drops+out bandbreit* ancho+banda debit+internet banda+larga captive+portal roaming
    access+denied buffering bufferi* ladekreis* sanduhr* ladebalken* cursor* keypress keystroke* tippt taste
    tasten* *taste teclas tecla touche touches tasto tasti click* klick* clic clics clicc* pinch* scroll*
    swipe* wisch+display pixel* *pixel streifen+bild rayures flackert+bild resolution aufloesung* resolucion
    risoluzion* resolution* font* schriftart* schrift+klein encoding umlaute
freeze: freezes frozen hangs hung slow slowly lag lags unresponsive blue+screen* black+screen* restart*
    eingefror* haengt+sich langsam* ruckel* lahm reagiert bluescreen* absturz neustart* lento lenta
    lentisim* congela* bloquea pantallazo* reinici* colgad* lent lente lenteur* fige rame ecran+bleu
    ecran+noir redemarr* lentissim* freeza blocca schermata+blu schermo+nero riavvi*`;
