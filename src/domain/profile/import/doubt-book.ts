import type { FactorName } from "../../scheme/scheme";
import type { Doubt, Field, Matter } from "./doubt";

interface About {
  readonly factor?: FactorName;
  readonly line?: number | null;
  readonly field?: Field;
  readonly proposal?: string | null;
  readonly remark?: boolean;
}

/** Collects the doubts about one profile, or about the whole text. */
export class DoubtBook {
  private readonly list: Doubt[] = [];
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly profile: number | null,
    private readonly title: string,
  ) {}

  get doubts(): readonly Doubt[] {
    return this.list;
  }

  add(matter: Matter, { factor, line = null, field, proposal = null, remark = false }: About = {}): void {
    const key = [this.profile ?? "", factor?.number ?? "", matter.kind, line ?? "", proposal ?? ""].join("|");
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    this.list.push({
      id: count === 1 ? key : `${key}|${count}`,
      profile: this.profile,
      title: this.title,
      factor: factor === undefined ? null : { number: factor.number, name: factor.name },
      line,
      field: field ?? null,
      proposal,
      remark,
      matter,
    });
  }
}
