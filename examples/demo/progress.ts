const width = 30;
const dayMs = 86_400_000;

export type Progress = {
  readonly show: (firstDay: string, lastDay: string, day: string) => void;
  readonly end: () => void;
};

/** One line that is written over itself; without a terminal, a line for each month. */
export function createProgress(output: NodeJS.WriteStream): Progress {
  let month = '';
  let isOpen = false;
  return {
    show: (firstDay, lastDay, day) => {
      const share = (Date.parse(day) - Date.parse(firstDay)) / (Date.parse(lastDay) - Date.parse(firstDay) + dayMs);
      const full = Math.round(share * width);
      const line = `${day}  ${'█'.repeat(full)}${'░'.repeat(width - full)}  ${Math.round(share * 100)} %`;
      if (output.isTTY) output.write(`\r${line} `);
      else if (day.slice(0, 7) !== month) output.write(`${line}\n`);
      isOpen = output.isTTY;
      month = day.slice(0, 7);
    },
    end: () => {
      if (isOpen) output.write('\r\u001b[K');
      isOpen = false;
    },
  };
}
