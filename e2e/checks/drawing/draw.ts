/** Writes docs/architecture.svg from the imports of src/: `npm run drawing`. */
import { writeFileSync } from 'node:fs';
import { drawnHouse } from './checkHouse.ts';
import { formatDrawing } from './formatDrawing.ts';
import { readHouse } from './readHouse.ts';

writeFileSync('docs/architecture.svg', formatDrawing(drawnHouse(readHouse('src'))));
