import '@mantine/core/styles.css';
import './theme/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { speak } from './language/i18n.ts';
import { storedLanguage } from './language/language.ts';

const root = document.getElementById('root');
if (root) {
  await speak(storedLanguage());
  createRoot(root).render(<App />);
}
