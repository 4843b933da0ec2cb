/**
 * Buyers that nobody could take for people: "Testa Example 17", at example.com, in Example Street. Cities and states are
 * real, because shops look at where orders go; postal codes are those of the city's centre.
 */
import { at } from './rng.js';

export interface Place {
  readonly city: string;
  readonly state: string;
  readonly stateName: string;
  readonly postalCode: string;
  readonly country: string;
  /** Sales tax, as a share of the price. */
  readonly taxRatio: number;
}

interface Person {
  readonly name: string;
  readonly email: string;
  readonly street: string;
  readonly place: Place;
}

const place = (city: string, state: string, stateName: string, postalCode: string, taxRatio: number, country = 'US'): Place => ({
  city,
  state,
  stateName,
  postalCode,
  country,
  taxRatio,
});

const US: readonly Place[] = [
  place('Portland', 'OR', 'Oregon', '97201', 0),
  place('Seattle', 'WA', 'Washington', '98101', 0.1025),
  place('San Francisco', 'CA', 'California', '94103', 0.08625),
  place('Los Angeles', 'CA', 'California', '90012', 0.095),
  place('San Diego', 'CA', 'California', '92101', 0.0775),
  place('Denver', 'CO', 'Colorado', '80202', 0.0881),
  place('Austin', 'TX', 'Texas', '78701', 0.0825),
  place('Houston', 'TX', 'Texas', '77002', 0.0825),
  place('Chicago', 'IL', 'Illinois', '60601', 0.1025),
  place('Minneapolis', 'MN', 'Minnesota', '55401', 0.0903),
  place('Boston', 'MA', 'Massachusetts', '02108', 0.0625),
  place('New York', 'NY', 'New York', '10001', 0.08875),
  place('Brooklyn', 'NY', 'New York', '11201', 0.08875),
  place('Philadelphia', 'PA', 'Pennsylvania', '19102', 0.08),
  place('Atlanta', 'GA', 'Georgia', '30303', 0.089),
  place('Miami', 'FL', 'Florida', '33130', 0.07),
  place('Phoenix', 'AZ', 'Arizona', '85003', 0.086),
];

const CANADA: readonly Place[] = [
  place('Toronto', 'ON', 'Ontario', 'M5H 2N2', 0.13, 'CA'),
  place('Ottawa', 'ON', 'Ontario', 'K1P 1J1', 0.13, 'CA'),
  place('Montreal', 'QC', 'Quebec', 'H2Y 1C6', 0.14975, 'CA'),
  place('Vancouver', 'BC', 'British Columbia', 'V5Y 1V4', 0.12, 'CA'),
  place('Calgary', 'AB', 'Alberta', 'T2P 2M5', 0.05, 'CA'),
];

const FIRST_NAMES = ['Testa', 'Demo', 'Sample', 'Ada', 'Quentin', 'Placeholder', 'Mock', 'Nobody'];

/** Where a buyer lives: the same buyer always in the same place. */
export function placeOf(buyer: number, country: 'US' | 'CA'): Place {
  const places = country === 'CA' ? CANADA : US;
  return at(places, Math.imul(buyer + 1, 2654435761) >>> 0 < 900_000_000 ? 0 : (Math.imul(buyer, 40503) >>> 4) % places.length);
}

/** An invented buyer of the Shopify shop. */
export function personOf(buyer: number): Person {
  return {
    name: `${at(FIRST_NAMES, buyer % FIRST_NAMES.length)} Example ${buyer + 1}`,
    email: `buyer${buyer + 1}@example.com`,
    street: `${(buyer % 199) + 1} Example Street`,
    place: placeOf(buyer, 'US'),
  };
}
