import { registerIcons } from 'office-ui-fabric-react/lib/Styling';
import { loadTheme } from 'office-ui-fabric-react/lib/Styling';
import { ChevronDownIcon, CloseIcon, SearchIcon } from './icons';
import * as React from 'react';

export const FONT_FAMILY =
  '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Noto Sans SC",sans-serif';

/** Chinese fonts of the machine, and drawings of our own for the icons that Fabric's components ask for by name. */
export function applyTheme(): void {
  loadTheme({ defaultFontStyle: { fontFamily: FONT_FAMILY } });
  registerIcons({
    icons: {
      ChevronDown: React.createElement(ChevronDownIcon),
      Search: React.createElement(SearchIcon),
      Clear: React.createElement(CloseIcon),
    },
  });
}
