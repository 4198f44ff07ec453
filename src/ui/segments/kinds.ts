export { KIND_NAMES } from '../../core/segments/kindNames.ts';
