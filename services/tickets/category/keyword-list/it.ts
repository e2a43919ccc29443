import type { Topic } from './topic.ts';

/** Network, accounts, mail, software, learning platforms, computers, printers, audio and video, card readers. */
export const it: readonly Topic[] = [
  {
    weight: 4.5, // network
    terms: `
      wifi*, wi fi, wlan*, eduroam*, wireless, internet*, lan, ethernet, vpn*, network, networks, router*,
      access point*,
      firewall, proxy, dns, hotspot*, bandwidth, offline,
      *netzwerk*, netzwerkdose*, funknetz*, netzabdeckung, netzwerkkabel,
      rete wifi, rete wireless, rete ateneo, rete cablata, connession*, segnale,
      réseau, réseaux, connexion*, débit,
      red wifi, red inalámbrica, red universidad, red campus, conexión*, cobertura`,
  },
  {
    weight: 2.5, // network words that also mean other things
    terms: `rete, la red, connect*, verbindung*, verbinden, collegar*, connettersi, conectar*, conecta, signal, netz`,
  },
  {
    weight: 4.5, // accounts
    terms: `
      login*, log in, logging in, log on, log into, logged out, sign in, password*, passcode*,
      user account*, student account*,
      account*, username*, user name, authenticat*, authenticator*, 2fa, mfa, two factor, factor code*,
      access code*, sso, otp, pin code, locked out, verification code,
      passwort*, passwörter, kennwort*, einloggen, eingeloggt, login*, benutzerkonto*, benutzername*,
      zugangsdaten,
      uni account, freischaltcode,
      credenzial*, nome utente, autenticazion*, accesso negato,
      mot passe, mots passe, identifiant*, authentif*, double authentification, code vérification, compte étudiant, compte bloqué,
      me connecter,
      se connecter,
      contraseña*, nombre usuario, credencial*, iniciar sesión, inicio sesión, autentic*,
      cuenta universitaria, mi cuenta, cuenta caducad*,
      doble factor`,
  },
  {
    weight: 2.5, // getting in, somewhere
    terms: `
      anmeldung, anmelden, konto, zugang, zugriff, access, reset, permission*, blocked, gesperrt,
      freischalt*,
      acceder*, accesso, utente, bloccato account, accès, compte, accéder, usuario*, cuenta, acceso,
      entrar, clave`,
  },
  {
    weight: 4.5, // e-mail
    terms: `
      email*, e mail, e mails, mailbox*, inbox, outlook, webmail, spam, mailing list*, phishing,
      calendar sync, attachment*,
      *postfach*, mailserver, uni mail, posteingang, mailverteiler,
      posta elettronica, casella posta, mailing,
      courriel*, messagerie*, boîte mail, adresse mail, pièce jointe,
      correo electrónico, correos electrónicos, mi correo, correo institucional, correo universitario,
      bandeja entrada`,
  },
  {
    weight: 2.5, // post, mostly electronic
    terms: `mail, mails, posta, correo, correos, *mail, *mails`,
  },
  {
    weight: 4, // software and its failures
    terms: `
      software*, app, apps, licence key, license*, licence*, install*, uninstall*, update, updates, linux,
      macos, ubuntu,
      browser*, firefox, matlab, spss, latex, python, excel, zoom, teams, webex, videoconferenc*, server,
      servers, database*,
      backup*, shared drive, network drive, cloud storage, error message*, error code*, internal error,
      crash*, reboot*, bluescreen*,
      blue screen, malware, virus, firmware, windows 10, windows 11, windows update, bug, cad,
      operating system, time out, timeout,
      *lizenz*, programm, *treiber*, installier*, absturz, abstürze, stürzt, abgestürzt, fehlermeldung*,
      fehlercode*,
      betriebssystem*, aktualisier*, netzlaufwerk*, laufwerk*, datenbank*, neustart*, hängt sich,
      videokonferenz*, *server*,
      licenza, licenze, programma, aggiornament*, messaggio errore, sistema operativo, applicazion*,
      schermata blu, riavvi*,
      videoconferenz*, da errore,
      logiciel*, licence*, mise jour, mises jour, message erreur, erreur 404, erreur 500,
      système exploitation, application*,
      plante, visioconférence*, visio, serveur*, redémarr*, sauvegarde*, erreur serveur,
      licencia*, programa*, actualiza*, mensaje error, sistema operativo, aplicacion*, aplicación*,
      servidor*, pantallazo*,
      videoconferencia*, reinici*, da error, un error`,
  },
  {
    weight: 2, // errors of any kind
    terms: `
      error, errors, 404, 403, 500, 502, 503, fehler, fehlt treiber, errore, erreur, wrong version,
      loading, sync*, frozen, slow,
      lädt, langsam, lento, lenta, lentissim*, lent, lente, lents, lentes, charge plus, cargando,
      se bloquea, crasha, technique indisponible`,
  },
  {
    weight: 4.5, // learning platforms and websites
    terms: `
      moodle*, ilias*, canvas*, blackboard, stud ip, learning platform*, e learning, elearning, website*,
      web site*, web page*,
      webpage*, homepage*, url, broken link, upload*, download*, online portal, student portal, portal,
      course page*, web form*,
      online form*, library catalogue, online catalogue, qr code*, timetable app, submission page, online,
      *plattform*, webseite*, internetseite*, *portal, *portals, hochladen, hochgeladen,
      herunterladen, runterladen, link,
      abgabe hochladen, onlinekatalog, online katalog, vorlesungsaufzeichnung*,
      piattaform*, sito, sito web, pagina web, portale, caricare file, scaricare, caricamento,
      aula virtuale,
      plateforme*, site web, site internet, page web, page accueil, télécharg*, espace cours,
      mettre ligne, lien, portail,
      en ligne,
      plataforma*, campus virtual, aula virtual, página web, web, sitio web, descarg*, subir, enlace*,
      portal alumno, sede electrónica`,
  },
  {
    weight: 4, // computers and what is plugged into them
    terms: `
      computer, computers, pc, pcs, laptop*, notebook, notebooks, desktop*, monitor, monitors, screen,
      screens, keyboard*,
      mouse cursor, touchpad*, tablet*, ipad*, usb*, hdmi*, vga, displayport, dongle*, adapter*, docking*,
      workstation*, hard drive,
      disk, file, files, imac,
      rechner, rechnern, *computer, *bildschirm*, *tastatur*, *laptop*, dockingstation, festplatte*,
      arbeitsplatzrechner, datei, dateien,
      portatile*, schermo, tastiera, chiavetta, adattator*, disco, il file,
      ordinateur*, ordi, ordis, écran*, clavier*, clé usb, adaptateur*, fichier*, disque dur,
      ordenador*, pantalla*, teclado*, portátil*, adaptador*, archivo, fichero*, disco duro`,
  },
  {
    weight: 1.5, // things that have a cable, or a phone
    terms: `
      mouse, cable, cables, maus, *kabel, cavo, cavi, câble*, souris, ratón, battery, batteries, akku,
      batteria, batterie, batería*,
      pila, pilas, telephone, telefon, landline, device, devices, gerät, dispositiv*, appareil, charger,
      technik, technical`,
  },
  {
    weight: 4.5, // printing
    terms: `
      printer*, printing, print, prints, printed, scanner*, scan, scanning, photocopier*, copier*,
      copy machine*, toner*, ink,
      paper jam*, plotter*, print credit*, print quota*, 3d printer*,
      *drucker*, drucken, druckt, gedruckt, druckauftrag*, druckguthaben, *scanner*, scannen, *kopierer*,
      papierstau, tinte,
      patrone*,
      stampant*, stampa*, fotocopiatric*, carta inceppata, cartuccia, plotter,
      imprimante*, imprimer, imprime, impression*, photocopieu*, scanneur, cartouche*, bourrage papier,
      impresora*, imprimir, imprime, impresión, impresiones, fotocopiadora*, escáner*, escanear, tóner,
      atasco papel`,
  },
  {
    weight: 4.5, // audio and video
    terms: `
      projector*, beamer*, microphone*, mic, mics, loudspeaker*, speakers, audio*, sound system, webcam*,
      camera*, smart board*,
      smartboard*, whiteboard digital, document camera*, video*, livestream*, recording*, remote control*,
      touch screen*, touchscreen*,
      touch panel*, induction loop, displays, no sound, lecture capture, hearing loop,
      *beamer*, *projektor*, *mikrofon*, mikro, *lautsprecher*, *kamera*, kein ton, fernbedienung*,
      kein bild, medientechnik*,
      tonanlage, dokumentenkamera, touchdisplay,
      proiettor*, videoproiettor*, microfon*, altoparlant*, telecamera*, registrazion*, telecomando, lim,
      impianto audio,
      vidéoproj*, projecteur*, rétroproj*, micro, micros, haut parleur*, caméra*, sono, enregistrement*,
      télécommande*, tableau interactif,
      tableau numérique, pas son, plus son,
      proyector*, cañón, micro, micrófono*, altavoc*, cámara*, vídeo*, sonido, grabación*,
      mando distancia, pizarra digital`,
  },
  {
    weight: 6, // readers and terminals: devices, whatever they stand at
    terms: `
      card reader*, badge reader*, cardreader*, card terminal*, payment terminal*, card machine*,
      self checkout*, check in kiosk*,
      top up machine*, door reader*, ticket machine*, charging terminal*, self service terminal*,
      info terminal*, info screen*,
      kartenleser*, kartenlesegerät*, kartenterminal*, *lesegerät*, ec terminal, *terminal, *terminals,
      aufladeautomat*,
      aufwerter*, selbstverbucher*, kassenautomat*, bezahlterminal*, validierungsautomat*, validierer,
      lettore badge, lettore tesser*, lettore carte, lettore schede, lettore ottico, terminale, terminali,
      totem,
      lecteur badge*, lecteur carte*, lecteurs badge*, borne*, terminal paiement, automate prêt,
      lector tarjet*, lector carn*, lectores tarjet*, datáfono*, terminal*, máquina autopréstamo,
      quiosco*`,
  },
  {
    weight: 2.5, // terminals and cards in fewer words
    terms: `
      terminal, terminals, display, kiosk*, reader, badge, badges, chip card, chipkarte*, transponder*,
      student card*, campuskarte*,
      campus card*, studierendenausweis, tessera, carte étudiant, lecteur, lector, lettore,
      tarjeta universitaria, carnet universitario,
      validieren, swipe`,
  },
];
