/** Small words that may stand inside a two-word term ("mot de passe"). */
export const fillers = `
  a, an, the, of, my, our, your, this, that, to, der, die, das, den, dem, des, ein, eine, einen, einem, einer, mein, meine,
  meinen, meinem, meiner, unser, unsere, il, lo, la, i, gli, le, l, un, uno, una, di, del, della, dello, dei, delle, dell,
  d, mio, mia, les, une, de, du, des, mon, ma, mes, el, los, las, al, mi, mis, su, sus, se`;

/** Small words that say where: the noun after them is seldom what is broken. */
export const locatives = `
  in, inside, at, on, near, behind, outside, opposite, beside, beneath, from, im, am, beim, vor, hinter, neben,
  gegenüber, auf, aus, vom, nel, nella, nello, nell, nei, nelle, negli, davanti, dietro, vicino, presso, al, alla, dal,
  dalla, sul, sulla, dans, devant, derrière, chez, au, aux, en, delante, detrás, cerca, junto, desde`;

/** Small words that tie a noun to the one before, which then decides more. */
export const genitives = `of, des, di, del, della, dell, dello, de, du, d`;

/** Words that look like a term of another language, or like part of one, and mean nothing here. */
export const falseFriends = `
  effectuer, habituer, situer, statuer, restituer, constituer, vergessen, messen, interessen, gegessen, besessen, pressen,
  insgesamt, gesamt, verwand, aufwand, einwand, jemand, niemanden, bekannte, deckel, fliegen, important, importante,
  importanti, schon, portugal, lichtbild, besser, dringend, sofort, dankbar, drinnen, bestellt, wandern, tablette, arranca,
  arrancar, person, persona, personas, persone`;
