/**
 * How English speakers mark that a subject starts or ends (Schiffrin 1987; Passonneau & Litman 1997 for
 * cue phrases at boundaries). Matched on a unit's words in normal form, joined by spaces.
 */

/** Says outright that something new comes. */
export const STRONG_OPENER =
  /\b(?:lets (?:go back|get (?:into|started|to)|move|jump|start|talk|turn|switch|begin|dive|go (?:on|over|through|to|into)|take a look|look at|discuss|continue|do (?:a|the|some|our))|(?:move|moving|go|going|get|getting|jump|shift|switch)(?:ing)? (?:on|over)? ?to (?:the (?:next|last|other)|our|some|another)|moving on|next (?:up|thing|topic|question|one|part|section|point|item|on the)|coming up|(?:last|final|first|second|third|another|other|next|one more|new) (?:thing|topic|question|point|item|part|section|issue|change|big)|(?:im|i was|i am|was also|ive been) (?:wondering|curious)|id (?:love|like) to (?:ask|hear|talk|know|get|go|touch)|i (?:want|wanted) to (?:ask|talk|touch|bring|go|get|mention|switch|shift|dive)|can you (?:tell|explain|talk|walk|describe|give)|could you (?:tell|explain|talk|walk|describe|give)|(?:tell|walk|take|bring) (?:us|me|everyone|everybody|people) (?:through|about|a bit|more|back|what)|(?:talk|speak) (?:a (?:little )?bit )?(?:more )?about|speaking of|with (?:that said|that in mind)|welcome (?:to|back)|thanks for (?:joining|coming|having)|how did you (?:get|start|come|end)|what (?:about|are you|is (?:the|a|an|your)|do you)|before we|wrap(?:ping)? (?:up|it up|this up)|any (?:other|final|last|closing|more)|final thoughts|i (?:have|had|got) (?:a|another|one|two) (?:more )?question|question (?:is|about|for|from)|for (?:those|people|listeners|anyone) who|so (?:basically )?(?:what|how|why|who|when|where|should|is|are|do|does|can|could|would|did))\b/;

/** Turns a page without saying which. At the start of a unit. */
export const WEAK_OPENER =
  /^(?:and )?(?:(?:yeah|yes|right|okay|ok|cool|great|alright|all right|sure|well|um|uh|hmm|awesome|perfect|nice|interesting|exactly|hey|hi|hello|good) )*(?:so|now|okay|ok|alright|all right|anyway|anyways|well|moving|next|finally|also|meanwhile|first|second|third|lastly)\b/;

/** Leans on what was said just before, so hardly opens anything. At the start of a unit. */
export const LEANING =
  /^(?:(?:yeah|yes|no|right|exactly|okay|sure|well|um|uh) )*(?:and|but|or|because|cause|which|that|thats|this|it|its|he|hes|she|they|theyre|their|those|these|then|like|i mean|you know|for example|for instance|except|even|otherwise|mhm|oh)\b/;

/** Rounds something off; a unit just before a boundary. */
export const CLOSER =
  /\b(?:thank you|thanks|thats (?:it|great|right|all|awesome|cool|fair|interesting|good|a (?:good|great) (?:point|question|summary))|makes sense|fair enough|got it|good point|great point|there you go|wonderful|anything else|well (?:see|leave it)|hope (?:to|that)|in summary|to sum|in conclusion|at the end of the day|and so on|so yeah|absolutely|awesome|perfect|cool|gotcha|very (?:cool|interesting)|interesting|i think so|exactly|next week|or not|any questions|questions)\b/;

/** Speaks about the show itself rather than about a subject. */
export const META_TALK =
  /\b(?:episode|podcast|listeners?|audience|show notes|topic|chapter|agenda|todays? (?:show|episode|topic)|introduce yourself|introduc(?:e|ing|tion)|our guest|subject|discussion|conversation|question from|questions from|last week|last time|next week|recap|summary|overview|background|history)\b/;

/** Nothing but assent. */
export const ASSENT =
  /^(?:(?:yeah|yes|yep|no|nope|right|okay|ok|cool|great|sure|exactly|mhm|uh huh|hmm|wow|nice|awesome|true|correct|absolutely|definitely|interesting|indeed|perfect|gotcha|totally|oh|i see|thats right|of course|for sure|fair|fair enough|good|thanks|thank you|hello|hi|hey) ?)+$/;
