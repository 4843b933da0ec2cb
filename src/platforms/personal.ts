/**
 * Columns that hold people, by the name of the column. They are dropped at the door: neither facts nor kept cells nor
 * messages ever see them. The names are those of real exports in English, German, French, Spanish, Italian, Chinese and Japanese.
 */
import { foldHeader } from './header.js';

const PERSONAL = [
  /(buyer|customer|recipient|ship|shipping|ship[- ]to|bill|billing|bill[- ]to|post to|contact|client|purchaser|payer)[ _-]+(first |last |full |user ?)?(name|address|street|phone|tel|mail|e-?mail|company|zip|postal|postcode|city|town|province|state|id)/,
  /e-?mail|\bphone\b|\bmobile (phone|number)|\btelephone\b|\bstreet\b|\baddress\b|^(full|first|last) name$|^buyer|^customer$|gift message|note attributes/,
  /käufer|kunden(name|nummer)|vorname|nachname|straße|telefon|postleitzahl|acheteur|destinataire|comprador|cliente|acquirente|indirizzo|dirección|adresse/,
  /收货|收件|联系(电话|手机)|手机号|买家(会员名|昵称|留言|支付宝)|姓名|身份证|旺旺|支付宝账号/,
  /氏名|お名前|フリガナ|電話|住所|郵便番号|メールアドレス|注文者|送付先/,
];

/** Whether a column of this name holds a person's name, address, phone, mail or words. */
export function looksPersonal(header: string): boolean {
  const folded = foldHeader(header);
  return PERSONAL.some((pattern) => pattern.test(folded));
}
