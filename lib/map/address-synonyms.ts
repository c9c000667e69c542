/** What the parts of an address are called in English, Dutch, German, French and Spanish, without accents. */
const parts: Record<string, string> = {
  street:
    'street, street name, street address, address line 1, address line1, address 1, addr 1, straat, straatnaam, adresregel 1, strasse, str, strassenname, adresszeile 1, rue, nom de rue, voie, adresse 1, calle, nombre de calle, direccion 1',
  street2:
    'street 2, street line 2, address line 2, address line2, address 2, addr 2, street address 2, adresregel 2, adresse 2, adresszeile 2, adresszusatz, complement, complement d adresse, complement adresse, direccion 2, linea 2',
  number:
    'house number, house no, house nr, street number, street no, building number, huisnummer, huisnr, huis nr, hausnummer, hausnr, haus nr, hnr, numero de rue, numero de voie, numero de calle, numero de casa',
  numberExtension:
    'number extension, number addition, house number addition, house number extension, house number suffix, number suffix, huisnummertoevoeging, huisnummer toevoeging, toevoeging, huisletter, hausnummernzusatz, hausnummerzusatz, bis ter, piso, puerta, apartment, apt, unit, suite',
  postalCode:
    'postal code, pc, post code, postcode, zip, zip code, zipcode, zip postal code, postal, plz, postleitzahl, code postal, cp, codigo postal, cod postal',
  city: 'city, town, city name, municipality, locality, plaats, plaatsnaam, woonplaats, stad, gemeente, ort, stadt, wohnort, ortschaft, ville, commune, localite, ciudad, poblacion, localidad, municipio',
  region:
    'region, state, province, county, state province, state or province, state region, provincie, staat, regio, bundesland, kanton, canton, departement, etat, provincia, estado, comunidad, comunidad autonoma',
  country:
    'country, country code, country name, nation, land, landcode, landnaam, landercode, staat land, pays, code pays, pais, codigo pais, codigo de pais',
};

/** Bare words for a number: the house number, but only next to a street. */
export const bareNumbers = new Set('number no nr num nummer numero'.split(' '));

/** The address as a whole, which goes into the street. */
export const wholeAddress = new Set(
  'address addr full address home address postal address mailing address adres adresse anschrift postadres postanschrift wohnadresse adresse postale direccion domicilio direccion postal'
    .split(' ')
    .concat('fulladdress', 'homeaddress', 'postaladdress', 'mailingaddress', 'adressepostale', 'direccionpostal'),
);

/** Words that say which address is meant, before or after the part. The longest that fits is taken. */
const kinds = {
  billing:
    'billing, billing address, bill to, bill to address, invoice, invoice address, invoicing, factuur, factuuradres, facturatie, facturatieadres, rechnung, rechnungs, rechnungsadresse, rechnungsanschrift, facturation, adresse de facturation, facture, facturacion, direccion de facturacion, factura',
  shipping:
    'shipping, shipping address, ship to, ship to address, delivery, delivery address, deliver to, bezorg, bezorgadres, bezorging, aflever, afleveradres, levering, lever, leveradres, verzend, verzendadres, verzending, liefer, lieferung, lieferadresse, lieferanschrift, versand, versandadresse, livraison, adresse de livraison, expedition, adresse d expedition, envio, direccion de envio, entrega, direccion de entrega',
  address: 'general, general address, address book, adresboek, adressbuch, carnet d adresses, libreta de direcciones',
};

const names = (list: string) => list.split(',').map((name) => name.replace(/ /g, ''));

/** Part of an address → its names, as compared (`header.ts`). */
export const partNames = new Map(Object.entries(parts).map(([part, list]) => [part, names(list)]));

/** Word → prefix of the address, longest first. */
export const kindWords = Object.entries(kinds)
  .flatMap(([prefix, list]) => names(list).map((word) => [word, prefix] as const))
  .sort(([a], [b]) => b.length - a.length);
