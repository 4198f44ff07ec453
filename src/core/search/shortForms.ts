/** What is written shorter than it is said. */
const SHORT_FORMS =
  `dr doctor,mr mister,st saint,mt mount,prof professor,vs versus,v versus,jan january,feb february,mar march,
apr april,aug august,sep september,sept september,oct october,nov november,dec december,mg milligram,kg kilogram,kg kilo,
km kilometer,km kilometre,cm centimeter,cm centimetre,ml milliliter,ml millilitre`
    .split(/,\s*/)
    .map((pair) => pair.split(' ') as [string, string]);

/** A word's longer forms, or its shorter one: "doctor" for Dr, mg for "milligrams". */
export function otherLengths(word: string): string[] {
  return SHORT_FORMS.flatMap(([short, long]) =>
    word === short ? [long, `${long}s`] : word === long || word === `${long}s` ? [short] : [],
  );
}
