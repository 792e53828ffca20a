import { ApiCollection, ApiError, ApiObject, itemNotFound } from './api-object';
import { apiLevelOf, isAtLeast } from './api-levels';
import { ACTION, PATH, type Action, type ArgumentInfo, type ObjectPath, type ReferenceIds } from './wire';
import type { RequestBody, ResponseBody } from './wire';

type Members = Record<string, unknown>;

/** References: part of the protocol, not of the object model. */
const REFERENCE_METHOD = /^_KeepReference$|^_Remove(?:All)?References?$/;
const REGISTRATION = /^_(?:Un)?[Rr]egister(?:(\w+)Event|Event(\w+))$/;

/** Events whose registration is named otherwise than they are. */
const EVENT_NAMES: Readonly<Record<string, string>> = { DataChanged: 'onChanged' };

/** A batch that fails: with this code, after so many changes were made. */
export interface BreakOff {
  readonly code: string;
  readonly afterChanges: number;
}

const START_UP_SERVICE = 'Microsoft.InternalService.AddinInternalService';

/** Told by every pane, when it has come up, that ribbon buttons may be pressed. */
class StartUpService extends ApiObject {
  readonly className = 'AddinInternalService';

  notifyActionHandlerReady(): null {
    return null;
  }
}

/** Members that travel under another name than the published one. */
const MEMBER_NAMES: Readonly<Record<string, string>> = { Gridlines: 'showGridlines' };

function memberName(wireName: string): string {
  if (MEMBER_NAMES[wireName] !== undefined) return MEMBER_NAMES[wireName];
  return wireName.startsWith('_') ? wireName : wireName[0].toLowerCase() + wireName.slice(1);
}

function wireName(member: string): string {
  return member[0].toUpperCase() + member.slice(1);
}

/** Ranges that the client asked to keep beyond their batch. */
export class KeptObjects {
  private readonly byId = new Map<string, ApiObject>();
  private readonly ids = new Map<ApiObject, string>();
  private next = 1;

  keep(object: ApiObject): void {
    if (this.ids.has(object)) return;
    const id = `kept${(this.next += 1)}`;
    this.ids.set(object, id);
    this.byId.set(id, object);
  }

  idOf(object: ApiObject): string | undefined {
    return this.ids.get(object);
  }

  find(id: string): ApiObject {
    const object = this.byId.get(id);
    if (!object || object.isGone) throw itemNotFound();
    return object;
  }

  release(id: string): void {
    const object = this.byId.get(id);
    if (object) this.ids.delete(object);
    this.byId.delete(id);
  }
}

/**
 * Runs one batch against the objects of a workbook. Strict where Excel's own behaviour is not documented: a child of a
 * null object is an error, so that the adapter never leans on it.
 */
export class BatchProcessor {
  private readonly built = new Map<number, ApiObject | null>();
  private place = '';
  private changes = 0;

  constructor(
    private readonly root: ApiObject,
    private readonly kept: KeptObjects,
    private readonly level: string,
    private readonly body: RequestBody,
    private readonly breakOff?: BreakOff,
  ) {}

  process(): ResponseBody {
    const response: ResponseBody = { Results: [], TraceIds: [] };
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        const Value = this.perform(action);
        if (action.ActionType === ACTION.trace) response.TraceIds.push(action.Id);
        response.Results.push({ ActionId: action.Id, Value: Value ?? null });
      } catch (error) {
        // A defect of this host, not of the adapter.
        if (!(error instanceof ApiError)) throw error;
        response.Error = {
          Code: error.code,
          Message: error.message,
          Location: this.place,
          ActionIndex: index,
          HttpStatusCode: 400,
        };
        break;
      }
    }
    return response;
  }

  private perform(action: Action): unknown {
    if (action.ActionType === ACTION.trace) return null;
    const object = this.resolve(action.ObjectPathId);
    if (object === null) return null;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.identityOf(object);
      case ACTION.query:
        return this.query(object, action.QueryInfo?.Select ?? []);
      case ACTION.setProperty:
        this.countChange();
        this.checkMember(object, memberName(action.Name));
        (object as unknown as Members)[memberName(action.Name)] = this.argumentsOf(action.ArgumentInfo)[0];
        return null;
      case ACTION.method:
        if (REFERENCE_METHOD.test(action.Name)) return this.keepOrRelease(object, action);
        if (REGISTRATION.test(action.Name)) return this.register(object, action.Name);
        this.countChange();
        return this.invoke(object, action.Name, action.ArgumentInfo);
    }
    throw new Error(`The excel host of the tests knows no action ${action.ActionType} (${action.Name}).`);
  }

  /** Stands before the change that is not made any more. */
  private countChange(): void {
    if (this.breakOff && this.changes === this.breakOff.afterChanges)
      throw new ApiError(this.breakOff.code, 'Something went wrong.');
    this.changes += 1;
  }

  private keepOrRelease(object: ApiObject, { Name, ArgumentInfo: info }: Action): null {
    if (Name === '_KeepReference' && object.isTracked) this.kept.keep(object);
    if (Name === '_RemoveReference') this.kept.release(String(info?.Arguments?.[0]));
    return null;
  }

  /** Every event is pushed to everybody, and the client picks: all there is to check is that this Excel has it. */
  private register(object: ApiObject, name: string): null {
    const [, before, after] = REGISTRATION.exec(name) ?? [];
    const event = before ?? after;
    this.countChange();
    this.checkLevel(object, EVENT_NAMES[event] ?? `on${event}`);
    return null;
  }

  private resolve(id: number): ApiObject | null {
    const known = this.built.get(id);
    if (known !== undefined) return known;
    const object = this.build(this.body.ObjectPaths[id]);
    this.built.set(id, object);
    return object;
  }

  private build(path: ObjectPath): ApiObject | null {
    if (path.ObjectPathType === PATH.root) return this.root;
    if (path.ObjectPathType === PATH.nothing) return null;
    if (path.ObjectPathType === PATH.newObject && path.Name === START_UP_SERVICE) return new StartUpService();
    if (path.ObjectPathType === PATH.reference) return this.kept.find(path.Name);
    if (path.ParentObjectPathId === undefined) throw new Error(`The tests' host makes no ${path.Name}.`);
    const parent = this.resolve(path.ParentObjectPathId);
    if (parent === null) throw new ApiError('InvalidObjectPath', `${path.Name} of a null object`);
    if (path.ObjectPathType === PATH.property) {
      const name = memberName(path.Name);
      this.checkMember(parent, name);
      return (parent as unknown as Members)[name] as ApiObject | null;
    }
    const method = path.ObjectPathType === PATH.indexer ? 'GetItem' : path.Name;
    return this.invoke(parent, method, path.ArgumentInfo) as ApiObject | null;
  }

  private invoke(object: ApiObject, name: string, info: ArgumentInfo | undefined): unknown {
    const member = memberName(name);
    this.checkMember(object, member);
    const method = (object as unknown as Members)[member];
    if (typeof method !== 'function') throw new ApiError('ApiNotFound', `${object.className}.${member}`);
    return method.apply(object, this.argumentsOf(info)) as unknown;
  }

  private checkMember(object: ApiObject, member: string): void {
    this.checkLevel(object, member);
    if (!(member in object)) throw new ApiError('ApiNotFound', this.place);
  }

  private checkLevel(object: ApiObject, member: string): void {
    this.place = `${object.className}.${member}`;
    const level = apiLevelOf(object.className, member);
    // A member that the published types do not know is none of Excel's.
    if (level === undefined || !isAtLeast(this.level, level)) throw new ApiError('ApiNotFound', this.place);
  }

  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, place) => this.argument(value, ids?.[place]));
  }

  private argument(value: unknown, reference: number | ReferenceIds | undefined): unknown {
    return typeof reference === 'number' && reference > 0 ? this.resolve(reference) : value;
  }

  private identityOf(object: ApiObject): Members {
    const reference = this.kept.idOf(object);
    return { ...object.identity(), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
  }

  /** `Select` names members by path, "protection/protected"; "items/" is already taken off by the client. */
  private query(object: ApiObject, select: readonly string[]): Members {
    const paths = select.map((path) => path.split(/[/.]/).filter((part) => part !== ''));
    if (paths.length === 0) throw new Error(`${object.className}: name the properties to load.`);
    return this.shape(object, paths);
  }

  private shape(object: ApiObject, paths: readonly (readonly string[])[]): Members {
    if (object instanceof ApiCollection) return { _Items: object.items.map((item) => this.shape(item, paths)) };
    if (this.body.AutoKeepReference && object.isTracked) this.kept.keep(object);
    const answer = this.identityOf(object);
    for (const [first, ...rest] of paths) {
      const member = memberName(first);
      this.checkMember(object, member);
      const value = (object as unknown as Members)[member];
      if (!(value instanceof ApiObject)) answer[wireName(member)] = value ?? null;
      else if (rest.length === 0) throw new ApiError('InvalidArgument', `${this.place} is no plain property`);
      else answer[wireName(member)] = this.shape(value, pathsBelow(paths, first));
    }
    return answer;
  }
}

function pathsBelow(paths: readonly (readonly string[])[], first: string): readonly (readonly string[])[] {
  return paths.filter((path) => path[0] === first && path.length > 1).map((path) => path.slice(1));
}
