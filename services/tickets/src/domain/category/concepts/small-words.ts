/** Words for what a sentence says about them: that they work or fail, and since when. */
export const smallWords = `
works: fine perfect* works working well intact okay ok flawless* happily unharmed good great lovely
    nothing+wrong no+complaint* not+the+problem not+the+issue blame beautifully einwandfrei* funktioniert
    tadellos* perfekt* laeuft super bestens in+ordnung gut intakt prima liegt+nicht nichts+auszusetzen heil
    funciona funcionan bien impecable* correcto maravilla estupend* genial no+es+el+problema
    nada+que+objetar marche marchent fonctionne fonctionnent parfait* impeccable* nickel merveille correct
    rien+dire rien+reprocher funziona funzionano perfett* bene benissimo impeccabil* meraviglia a+posto
    niente+da+dire ottim* regolar*
but: but however though yet except instead only aber jedoch nur sondern doch allerdings dafuer pero
    sin+embargo sino aunque salvo solo mais cependant pourtant sauf sinon seulement ma tuttavia invece
    tranne
not: not no never none nothing cannot cant wont doesnt isnt dont didnt wasnt n't without nicht kein keine
    keinen keiner nie niemals nichts ohne nunca nada ningun ninguna sin pas plus jamais rien aucun aucune
    sans non mai niente nulla nessun nessuna senza
broken: broken broke breaks defective faulty out+order dead kaputt fail* failed fault malfunction* kaputt*
    defekt* ausgefallen* ausfall streik* spinnt geht+nicht funktioniert+nicht averiad* estropead*
    no+funciona no+va fallo falla* muerto panne casse marche+pas fonctionne+pas hs mort deffectueu*
    defaillan* guast* rotto rotta non+funziona non+va morto fuori+uso fuori+servizio difettos*
since: since monday yesterday today week days ago seit gestern heute tagen woche montag desde ayer hoy
    semana dias lunes depuis hier aujourd+hui semaine jours lundi ieri oggi settimana giorni lunedi
please: please you bitte koennte koennten por+favor podrian pueden merci svp pouvez pourriez per+favore
    potete potreste grazie
cause: because thanks+to caused wegen weil deshalb dadurch porque debido causa car parce cause perche colpa`;
