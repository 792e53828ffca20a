import { ApiCollection, ApiObject, itemNotFound } from './api-object';
import type { ModelWorkbook } from './workbook-model';

/** What add-ins keep in the file, by key. */
export class SettingsApi extends ApiCollection<SettingApi> {
  readonly className = 'SettingCollection';

  constructor(private readonly model: ModelWorkbook) {
    super();
  }

  get items(): readonly SettingApi[] {
    return Object.keys(this.model.settings).map((key) => new SettingApi(this.model, key));
  }

  add(key: string, value: unknown): SettingApi {
    this.model.settings[key] = value;
    return new SettingApi(this.model, key);
  }

  getItemOrNullObject(key: string): SettingApi | null {
    return key in this.model.settings ? new SettingApi(this.model, key) : null;
  }

  getItem(key: string): SettingApi {
    const setting = this.getItemOrNullObject(key);
    if (setting === null) throw itemNotFound();
    return setting;
  }
}

class SettingApi extends ApiObject {
  readonly className = 'Setting';

  constructor(
    private readonly model: ModelWorkbook,
    readonly key: string,
  ) {
    super();
  }

  override identity(): Readonly<Record<string, string>> {
    return { _Id: this.key };
  }

  get value(): unknown {
    return this.model.settings[this.key];
  }

  set value(value: unknown) {
    this.model.settings[this.key] = value;
  }

  delete(): void {
    if (!(this.key in this.model.settings)) throw itemNotFound();
    delete this.model.settings[this.key];
  }
}
