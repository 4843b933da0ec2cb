/** The columns by which Shopify's files tell a variant: its product's handle and the values of its options. */
import { column } from '../define.js';

export const HANDLE = ['URL handle', 'Handle'];

export const OPTIONS = [
  column('option1Name', 'Option1 Name'),
  column('option1', 'Option1 Value'),
  column('option2Name', 'Option2 Name'),
  column('option2', 'Option2 Value'),
  column('option3Name', 'Option3 Name'),
  column('option3', 'Option3 Value'),
];
