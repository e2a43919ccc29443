/** Words for money, exams, enrolment, employment and rules. */
export const administration = `
price: price* pricing expensive overpriced cheap* cost costs cents euro euros dearer preis* *preis* teuer*
    cent kostet kosten precio* caro cara caros caras centimos cuesta* carisimo prix cher chers chere cheres
    tarif* coute* centimes prezz* cari care costa costano costos* centesimi
fee: fee fees refund* reimburs* charged overcharg* charge charges invoice* bill bills billed billing
    deposit* fine fined tuition rent rents receipt* scholarship* grant* stipend* payment* paid pay payroll
    salary wage* bank gebuehr* *gebuehr* rechnung* *rechnung *beitrag* *beitraege erstatt* *erstattung*
    kaution* miete* *miete abgebucht* ueberweis* ueberwies* zahl* bezahl* gehalt* lohn stipendi* bafoeg*
    mahn* geld* bescheid abbuch* quittung* *kosten tasa tasas reembols* devoluc* devolver* factura* cobr*
    multa* fianza* alquiler* dinero matricula* pag* beca becas nomina recibo* cargo banco frais rembours*
    factur* caution* loyer* amende* bourse* preleve* prelevement* debit* paye payer paiement* argent salaire
    scolarite echeance* tassa tasse rimbors* fattur* pagat* pagare pagament* pago multa multe cauzion*
    affitto soldi borsa borse addebit* ricevut* bollett* mora bonific*
exam: exam exams examination* grade* graded grading mark marks marked transcript* diploma* thesis
    dissertation* resit* retake* credits coursework essay* pruefung* *pruefung* klausur* *klausur note noten
    *note *noten zeugnis* *arbeit notenspiegel anerkennung* nachschreib* hausarbeit* examen* nota notas
    calificacion* acta actas expediente titulo tfg tfm creditos convalid* recuperacion* convocatoria*
    revision notes partiel* releve* diplome* memoire rattrapage* jury bulletin copie copies correction*
    esame esami voto voti appello appelli verbalizz* laurea tesi libretto cfu crediti certificat* pergamena
    prova
marking: invigilat* pruefungsaufsicht* surveillant* vigilante+examen cheat* spick* tricher* copiar*
    copiare+esame betrug* plagi* plagiar* corrector* korrekt* korrigier* correg* corrig* corrett* marker*
    examiner* pruefer* examinador* examinateur* esaminat* feedback *feedback kommentar+note rueckmeld*
    bewert* *bewertung benot* calific* evalu* notation valutazion* fail+grade durchgefallen durchfall*
    suspens* suspend* recal* bocciat* graduation* graduat* abschlussfeier* ceremonia+graduacion
    remise+diplomes cerimonia+laurea
office: office offices registrar* registry admin* administration bureau* admissions secretar* counter* desk
    *amt *aemter sekretariat* *sekretariat *buero verwaltung* *verwaltung schalter studierendenservice*
    *stelle oficina* secretaria* ventanilla* negociado registro administracion decanato mostrador*
    secretariat* scolarite guichet* bureau accueil segreteri* sportell* ufficio uffici amministrazion*
    front+office
enrol: enrol* enroll* registration* register* application* admission* visa certificate* transcript form
    deadline* semester einschreib* immatrikul* exmatrikul* bewerb* antrag* *antrag antraege zulass*
    bescheinigung* *bescheinigung frist* matricul* inscri* solicitud* instancia* plazo* certificado*
    admision* erasmus candidature* attestation* dossier* demande* certificat* delai* convocation* iscri*
    immatricol* domanda* scadenz* bando graduatori* richiesta
hr: hr payroll payslip* salary wages overtime contract contracts pension* vertrag* *vertrag gehalts* lohn*
    *lohn *zulage gehalt ueberstunden* dienstreise* reisekosten* personalabteilung* personalrat*
    lohnabrechnung* contrato* nomina* horas+extra viaje+gastos contrat contrats fiche+paie heures+sup rh
    notes+frais contratto contratti busta+paga cedolin* trasfert* straordinar* travel+expenses mission+frais
    expense* spesen* reembolso+viaje insurance* versicher* *versicherung seguro+medico assurance*
    assicurazion* krankenkasse* tax taxes steuer+nummer impuesto* impot* tasse+universitarie
allocation: allocat* alloc+room assigned zugeteilt* zuteil* *vergabe vergeb* zugewiesen* asign* attribu*
    assegn* lottery verlos* sorteo* tirage+sort sorteggi* timetable+clash clash* ueberschneid*
    *ueberschneidung solap* chevauch* accavall* sovrappo* schedule* stundenplan* *plan plan horario+clase
    emploi+temps edt orario+lezioni rule rules regel regeln regla* reglas regle regles regolament* norma
    normas procedure* procedur* verfahren* procedimiento* prozess* bureaucr* buerokrat* burocra* bureaucrat*
    paperwork papierkram papeleo paperasse scartoff* form+filled stamp stempel* sello tampon timbro
    sign+here unterschrift* *unterschrift firma+secretaria signature* firma unsigned signed unterschrieb*
    firmad* signe+papier firmat*
wrong data: wrong+name* misspelt misspelled mistake typo* entered mixed+up falsch* geschrieben verwechsel*
    vertauscht* equivoc* mal+escrito confund* erreur trompe* faux fausse mal+orthographi* sbagliat* errat*
    confus* scambiat*
late: late delay* cancel* postpone* no+show punctual* weeks months overrun verspaet* abgesagt* ausgefallen*
    faellt+aus puenktlich* unpuenktlich* wochen monate monaten verzoeger* absage* tarde retras* anula*
    semanas meses puntual* plantad* retard* annul* report* semaines mois ponctuel* delais ritard* annull*
    cancellat* rinvi* settimane mesi
booking: overbooked booked booking* double+booked waiting+list full places capacity gebucht* buchung*
    ueberbucht* doppelt platz plaetze reservad* overbooking lleno plazas cupo reserve reservation* complet
    surbook* prenotat* pieno posti`;
