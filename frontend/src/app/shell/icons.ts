import { inject, provideAppInitializer, type EnvironmentProviders } from '@angular/core';
import { MatIconRegistry } from '@angular/material/icon';
import { DomSanitizer } from '@angular/platform-browser';
import {
  mdiAlertCircleOutline,
  mdiArchiveOutline,
  mdiArrowLeft,
  mdiArrowRight,
  mdiBookmark,
  mdiBookmarkOutline,
  mdiBriefcaseOutline,
  mdiBrightnessAuto,
  mdiChartBar,
  mdiCheck,
  mdiCheckCircle,
  mdiChevronDown,
  mdiChevronLeft,
  mdiChevronRight,
  mdiCircleHalfFull,
  mdiCircleOutline,
  mdiClose,
  mdiCloudOffOutline,
  mdiCommentTextOutline,
  mdiContentCopy,
  mdiFormatListBulleted,
  mdiHeadset,
  mdiHistory,
  mdiLaptop,
  mdiLinkVariant,
  mdiMagnify,
  mdiMapMarkerOutline,
  mdiMessageAlertOutline,
  mdiPencilOutline,
  mdiPlus,
  mdiPrinterOutline,
  mdiQrcode,
  mdiRoomServiceOutline,
  mdiSendOutline,
  mdiSync,
  mdiTableLarge,
  mdiTimerSandComplete,
  mdiTools,
  mdiUndoVariant,
  mdiTrayArrowUp,
  mdiWeatherNight,
  mdiWhiteBalanceSunny,
} from '@mdi/js';

const PATHS: Readonly<Record<string, string>> = {
  'category-facility': mdiTools,
  'category-it': mdiLaptop,
  'category-services': mdiRoomServiceOutline,
  'status-open': mdiCircleOutline,
  'status-active': mdiCircleHalfFull,
  'status-closed': mdiCheckCircle,
  'scheme-auto': mdiBrightnessAuto,
  'scheme-light': mdiWhiteBalanceSunny,
  'scheme-dark': mdiWeatherNight,
  all: mdiFormatListBulleted,
  archive: mdiArchiveOutline,
  back: mdiArrowLeft,
  backlog: mdiTimerSandComplete,
  chart: mdiChartBar,
  close: mdiClose,
  copy: mdiContentCopy,
  'bring-back': mdiUndoVariant,
  done: mdiCheck,
  down: mdiChevronDown,
  edit: mdiPencilOutline,
  follow: mdiBookmarkOutline,
  followed: mdiBookmark,
  forward: mdiArrowRight,
  helpdesk: mdiHeadset,
  history: mdiHistory,
  link: mdiLinkVariant,
  message: mdiCommentTextOutline,
  next: mdiChevronRight,
  offline: mdiCloudOffOutline,
  outbox: mdiTrayArrowUp,
  place: mdiMapMarkerOutline,
  plus: mdiPlus,
  previous: mdiChevronLeft,
  print: mdiPrinterOutline,
  problem: mdiAlertCircleOutline,
  'qr-code': mdiQrcode,
  report: mdiMessageAlertOutline,
  search: mdiMagnify,
  send: mdiSendOutline,
  sync: mdiSync,
  table: mdiTableLarge,
  work: mdiBriefcaseOutline,
};

/** Makes the icons of this page known by their meaning; only those used ship with it. */
export function provideIcons(): EnvironmentProviders {
  return provideAppInitializer(() => {
    const registry = inject(MatIconRegistry);
    const sanitizer = inject(DomSanitizer);
    for (const [name, path] of Object.entries(PATHS)) {
      const svg = `<svg viewBox="0 0 24 24"><path d="${path}"/></svg>`;
      registry.addSvgIconLiteral(name, sanitizer.bypassSecurityTrustHtml(svg));
    }
  });
}
