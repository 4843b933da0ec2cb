/**
 * Columns that hold people, by the name of the column. They are dropped at the door: neither facts nor kept cells nor
 * messages ever see them. The names are those of real exports in English, German, French, Spanish, Italian, Chinese and Japanese.
 *
 * Leaves out, on purpose: columns of things and of counts that use the same words (a phone case's "Compatible phone models",
 * "Street date" of a book, 支付买家数, "Allow customer reviews?"), and countries, which tell nobody's whereabouts.
 */
import { foldHeader } from './header.js';

const WHO = '(buyer|customer|recipient|ship|shipping|ship[- ]to|bill|billing|bill[- ]to|post to|contact|client|purchaser|payer)';
const WHAT =
  '(name|address|street|phone|tel|telephone|e-?mail|mail|company|zip|zip ?code|postal|post ?code|city|town|county|province|state|id|tax id)';

const PERSONAL = [
  new RegExp(`${WHO}[ _-]+(first |last |full |user ?)?${WHAT}(?![a-z])`),
  /(?<![a-z])e-?mail(s|adresse)?(?![a-z])|(^|[ _-])phone( ?(number|no\.?|#|\d))?$|\bmobile (phone|number)|\btelephone\b/,
  /(^|[ _-])street( ?\d)?$|\baddress\b|^(full|first|last) name$|^buyer(?!s\b)|^(customer|recipient)$|gift[ -]message|note attributes/,
  /käufer|empfänger|kunden(name|nummer)|vorname|nachname|straße|telefon|postleitzahl/,
  /acheteur|destinataire|comprador|cliente(?![a-z])|acquirente|destinatario|indirizzo|dirección|adresse(?! url)/,
  /收货(人|地址|电话|手机)|收件(人|地址|电话)|联系(电话|手机|人|方式)|手机号|买家(会员名|昵称|留言|支付宝)|姓名|身份证|旺旺|支付宝账号/,
  /氏名|お名前|フリガナ|電話|住所|郵便番号|メールアドレス|注文者|送付先/,
];

/** Whether a column of this name holds a person's name, address, phone, mail or words. */
export function looksPersonal(header: string): boolean {
  const folded = foldHeader(header);
  return PERSONAL.some((pattern) => pattern.test(folded));
}
