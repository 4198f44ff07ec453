/**
 * Frequent given names of people who are talked about in English, many of them common words as well: a tag of two or
 * three words that begins with one names a person. Names that begin other things more often (ruby, may, will) are left out.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron adam alan albert alex alexander alice amanda amy andrea andrew andy angela anna anne anthony anton arthur barbara
  ben benjamin bill bob brad brandon brian bruce carl carol caroline catherine charles charlie chris christian christine
  christoph christopher chuck claire colin craig dale dan daniel dave david dean deborah dennis diana donald donna doug
  douglas drew edward eleanor elena elizabeth ellen emily emma eric erik eva evan frank fred gary george gerald glen
  graham greg gregory hannah hans harold harry heather hector helen henry howard ian isaac jack jacob jake james jamie
  jan jane janet jason jay jean jeff jeffrey jennifer jenny jeremy jerry jessica jim jimmy joan joe joel john johnny jon
  jonathan jose joseph josh joshua juan judith julia julie justin karen karl kate katherine kees keith kelly ken kenneth
  kevin kim kyle larry laura lauren lawrence lee leo leonard linda linus lisa louis lucas lucy luis luke margaret maria
  marie mark martha martin mary matt matthew max megan michael michelle miguel mike miriam nancy natalie nathan neil
  nicholas nick nicole nina nora oliver olivia oscar pamela pat patricia patrick paul pedro peter phil philip rachel
  ralph ray raymond rebecca richard rick rob robert roger ron ronald roy russell ruth ryan sam samantha samuel sandra
  sara sarah scott sean sharon simon sophia sophie stephanie stephen steve steven stuart sue susan tanya ted terry
  theo theodore theresa thomas tim timothy tobias todd tom tony tracy vera victor vincent walter warren wayne wendy wes
  william yvonne zach zoe`.split(/\s+/),
);
