// What the page itself says, in the language of the phone. Each text stands in the page in English and is looked up here.
import { language } from './person.js';

const texts = {
  es: {
    'Chats': 'Chats', 'Clock': 'Reloj', 'Chat': 'Chat', 'Messages': 'Mensajes', 'Message': 'Mensaje', 'Send': 'Enviar', 'Attach': 'Adjuntar', 'Close': 'Cerrar',
    'Back to chats': 'Volver a los chats', 'Do not reply to this message': 'No responder a este mensaje', 'online': 'en línea', 'typing…': 'escribiendo…',
    'connecting…': 'conectando…', 'Today': 'Hoy', 'Yesterday': 'Ayer', 'Photos or videos': 'Fotos o vídeos', 'Sample photos': 'Fotos de muestra',
    'Document': 'Documento', 'Location': 'Ubicación', 'Voice note': 'Nota de voz', 'Sticker': 'Sticker', 'Contact': 'Contacto', 'Photo': 'Foto', 'Video': 'Vídeo',
    'Audio': 'Audio', 'React': 'Reaccionar', 'Reply': 'Responder', 'React with {0}': 'Reaccionar con {0}', 'Reaction {0}, take back': 'Reacción {0}, quitar',
    '{0} unread': '{0} sin leer', 'Stop': 'Parar', 'An hour ahead': 'Una hora adelante', 'To the next morning, 8:00': 'A la próxima mañana, 8:00',
    'A day ahead': 'Un día adelante', 'A week ahead': 'Una semana adelante', 'Stop here': 'Parar aquí', 'Not sent: {0}': 'No se envió: {0}', 'Who are you?': '¿Quién eres?',
    'sent': 'enviado', 'delivered': 'entregado', 'read': 'leído', 'failed': 'falló',
    'A stand-in for WhatsApp on a phone. Messages go through the real webhook, signed, and nowhere else.':
      'Hace de WhatsApp en un teléfono. Los mensajes pasan por el webhook real, firmados, y no van a ningún otro lugar.',
    'All the bots on one number': 'Todos los bots en un número', 'Portraits by AI · 📎 has sample photos': 'Retratos por IA · 📎 fotos de muestra',
    'Helps you keep your habits': 'Te ayuda a mantener tus hábitos', 'Repeats the last word, for testing': 'Repite la última palabra, para probar',
  },
  pt: {
    'Chats': 'Conversas', 'Clock': 'Relógio', 'Chat': 'Conversa', 'Messages': 'Mensagens', 'Message': 'Mensagem', 'Send': 'Enviar', 'Attach': 'Anexar', 'Close': 'Fechar',
    'Back to chats': 'Voltar às conversas', 'Do not reply to this message': 'Não responder a esta mensagem', 'online': 'online', 'typing…': 'digitando…',
    'connecting…': 'conectando…', 'Today': 'Hoje', 'Yesterday': 'Ontem', 'Photos or videos': 'Fotos ou vídeos', 'Sample photos': 'Fotos de exemplo',
    'Document': 'Documento', 'Location': 'Localização', 'Voice note': 'Mensagem de voz', 'Sticker': 'Figurinha', 'Contact': 'Contato', 'Photo': 'Foto', 'Video': 'Vídeo',
    'Audio': 'Áudio', 'React': 'Reagir', 'Reply': 'Responder', 'React with {0}': 'Reagir com {0}', 'Reaction {0}, take back': 'Reação {0}, remover',
    '{0} unread': '{0} não lidas', 'Stop': 'Parar', 'An hour ahead': 'Uma hora à frente', 'To the next morning, 8:00': 'Para a próxima manhã, 8:00',
    'A day ahead': 'Um dia à frente', 'A week ahead': 'Uma semana à frente', 'Stop here': 'Parar aqui', 'Not sent: {0}': 'Não enviado: {0}', 'Who are you?': 'Quem é você?',
    'sent': 'enviada', 'delivered': 'entregue', 'read': 'lida', 'failed': 'falhou',
    'A stand-in for WhatsApp on a phone. Messages go through the real webhook, signed, and nowhere else.':
      'Faz o papel do WhatsApp em um celular. As mensagens passam pelo webhook real, assinadas, e não vão para nenhum outro lugar.',
    'All the bots on one number': 'Todos os bots em um número', 'Portraits by AI · 📎 has sample photos': 'Retratos por IA · 📎 fotos de exemplo',
    'Helps you keep your habits': 'Ajuda você a manter seus hábitos', 'Repeats the last word, for testing': 'Repete a última palavra, para testar',
  },
  hi: {
    'Chats': 'चैट', 'Clock': 'घड़ी', 'Chat': 'चैट', 'Messages': 'मैसेज', 'Message': 'मैसेज', 'Send': 'भेजें', 'Attach': 'जोड़ें', 'Close': 'बंद करें',
    'Back to chats': 'चैट पर वापस', 'Do not reply to this message': 'इस मैसेज का जवाब न दें', 'online': 'ऑनलाइन', 'typing…': 'लिख रहे हैं…',
    'connecting…': 'जुड़ रहा है…', 'Today': 'आज', 'Yesterday': 'कल', 'Photos or videos': 'फ़ोटो या वीडियो', 'Sample photos': 'नमूने की फ़ोटो',
    'Document': 'दस्तावेज़', 'Location': 'लोकेशन', 'Voice note': 'वॉइस मैसेज', 'Sticker': 'स्टिकर', 'Contact': 'संपर्क', 'Photo': 'फ़ोटो', 'Video': 'वीडियो',
    'Audio': 'ऑडियो', 'React': 'प्रतिक्रिया दें', 'Reply': 'जवाब दें', 'React with {0}': '{0} से प्रतिक्रिया दें', 'Reaction {0}, take back': 'प्रतिक्रिया {0}, हटाएँ',
    '{0} unread': '{0} नए', 'Stop': 'रोकें', 'An hour ahead': 'एक घंटा आगे', 'To the next morning, 8:00': 'अगली सुबह 8:00 पर',
    'A day ahead': 'एक दिन आगे', 'A week ahead': 'एक हफ़्ता आगे', 'Stop here': 'यहीं रोकें', 'Not sent: {0}': 'नहीं भेजा गया: {0}', 'Who are you?': 'आप कौन हैं?',
    'sent': 'भेजा गया', 'delivered': 'पहुँचा', 'read': 'पढ़ा गया', 'failed': 'नहीं गया',
    'A stand-in for WhatsApp on a phone. Messages go through the real webhook, signed, and nowhere else.':
      'फ़ोन पर WhatsApp की जगह। मैसेज असली webhook से, हस्ताक्षर के साथ जाते हैं, और कहीं नहीं।',
    'All the bots on one number': 'सभी बॉट एक नंबर पर', 'Portraits by AI · 📎 has sample photos': 'AI से पोर्ट्रेट · 📎 में नमूने की फ़ोटो',
    'Helps you keep your habits': 'आदतें निभाने में मदद', 'Repeats the last word, for testing': 'आख़िरी शब्द दोहराता है, परखने के लिए',
  },
  he: {
    'Chats': 'צ׳אטים', 'Clock': 'שעון', 'Chat': 'צ׳אט', 'Messages': 'הודעות', 'Message': 'הודעה', 'Send': 'שליחה', 'Attach': 'צירוף', 'Close': 'סגירה',
    'Back to chats': 'חזרה לצ׳אטים', 'Do not reply to this message': 'בלי תגובה להודעה הזאת', 'online': 'מחובר', 'typing…': 'מקליד…',
    'connecting…': 'מתחבר…', 'Today': 'היום', 'Yesterday': 'אתמול', 'Photos or videos': 'תמונות או סרטונים', 'Sample photos': 'תמונות לדוגמה',
    'Document': 'מסמך', 'Location': 'מיקום', 'Voice note': 'הודעה קולית', 'Sticker': 'סטיקר', 'Contact': 'איש קשר', 'Photo': 'תמונה', 'Video': 'סרטון',
    'Audio': 'שמע', 'React': 'תגובה באימוג׳י', 'Reply': 'תשובה', 'React with {0}': 'תגובה עם {0}', 'Reaction {0}, take back': 'תגובה {0}, ביטול',
    '{0} unread': '{0} שלא נקראו', 'Stop': 'עצירה', 'An hour ahead': 'שעה קדימה', 'To the next morning, 8:00': 'לבוקר הבא, 8:00',
    'A day ahead': 'יום קדימה', 'A week ahead': 'שבוע קדימה', 'Stop here': 'לעצור כאן', 'Not sent: {0}': 'לא נשלח: {0}', 'Who are you?': 'מי אתם?',
    'sent': 'נשלח', 'delivered': 'נמסר', 'read': 'נקרא', 'failed': 'נכשל',
    'A stand-in for WhatsApp on a phone. Messages go through the real webhook, signed, and nowhere else.':
      'תחליף ל-WhatsApp בטלפון. ההודעות עוברות ב-webhook האמיתי, חתומות, ולא לשום מקום אחר.',
    'All the bots on one number': 'כל הבוטים במספר אחד', 'Portraits by AI · 📎 has sample photos': 'פורטרטים ב-AI · 📎 תמונות לדוגמה',
    'Helps you keep your habits': 'עוזר לשמור על ההרגלים', 'Repeats the last word, for testing': 'חוזר על המילה האחרונה, לבדיקות',
  },
};

// A text in the language of the phone, with its values in the places {0}, {1}.
export const say = (text, ...values) => values.reduce((said, value, n) => said.replace(`{${n}}`, value), texts[language]?.[text] ?? text);

// Replaces the English of the page's own elements.
export const translate = (root) => {
  for (const node of root.querySelectorAll('[aria-label], [title], [placeholder], [data-say]')) {
    for (const name of ['aria-label', 'title', 'placeholder']) if (node.hasAttribute(name)) node.setAttribute(name, say(node.getAttribute(name)));
    if ('say' in node.dataset) node.textContent = say(node.textContent);
  }
};
