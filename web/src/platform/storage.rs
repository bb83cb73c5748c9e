//! Meets in `IndexedDB`: one row a record, added and never overwritten, on the disk before it counts as stored.
//!
//! | store | key | value |
//! |---|---|---|
//! | `meets` | meet | its summary, as JSON |
//! | `records` | meet, device, n (padded, so that keys sort), and the hash of a second record of this id | the line |
//! | `vault` | meet, person | the private facts, as JSON |
//! | `keys` | meet | who this device is in the meet, with its secret key |
//! | `snapshots` | meet | what shows the meet while its records are read; may be missing or out of date |

use std::cell::{Cell, RefCell};

use gongsai::id::{MeetId, PersonId};
use gongsai::order;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::request::{completion, failure, result};
use crate::session::{Batch, OnSaved, RowKey, SaveFailure, Summary};

const NAME: &str = "gongsai";
const VERSION: u32 = 3;
const MEETS: &str = "meets";
const RECORDS: &str = "records";
const VAULT: &str = "vault";
const KEYS: &str = "keys";
const SNAPSHOTS: &str = "snapshots";
const STORES: [&str; 5] = [MEETS, RECORDS, VAULT, KEYS, SNAPSHOTS];

thread_local! {
    static DATABASE: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
    static ASKED_TO_PERSIST: Cell<bool> = const { Cell::new(false) };
}

/// The stored rows of one meet.
#[derive(Default)]
pub struct Rows {
    /// Record lines, by device and number.
    pub records: Vec<String>,
    /// Private facts, by person.
    pub facts: Vec<(PersonId, String)>,
    /// Who this device is in the meet.
    pub identity: Option<String>,
}

/// Stores a batch whole or not at all, and says how it went.
pub fn save(batch: Batch, saved: OnSaved) {
    spawn_local(async move {
        let outcome = write(&batch).await;
        if outcome.is_ok() {
            ask_to_persist();
        }
        saved(outcome);
    });
}

/// The meets of this device, last changed first.
///
/// # Errors
/// [`SaveFailure`] when the storage cannot be read.
pub async fn meets() -> Result<Vec<(MeetId, Summary)>, SaveFailure> {
    let store = read_only(MEETS).await?;
    let keys = store.get_all_keys().map_err(|error| failure(&error))?;
    let values = store.get_all().map_err(|error| failure(&error))?;
    let (keys, values) = (array(&keys).await?, array(&values).await?);
    let row = |(key, value): (JsValue, JsValue)| {
        Some((key.as_string()?.parse().ok()?, Summary::from_text(&value.as_string()?)))
    };
    let mut meets: Vec<(MeetId, Summary)> = keys.iter().zip(values.iter()).filter_map(row).collect();
    order::sort_by_key(&mut meets, |(_, summary)| std::cmp::Reverse(summary.changed));
    Ok(meets)
}

/// Keeps who this device is in a meet.
///
/// # Errors
/// [`SaveFailure`]; nothing is kept then.
pub async fn keep_identity(meet: MeetId, identity: &str) -> Result<(), SaveFailure> {
    let transaction = writing(&database().await?)?;
    let keys = object_store(&transaction, KEYS)?;
    keys.put_with_key(&identity.into(), &meet.to_string().into()).map_err(|error| failure(&error))?;
    completion(&transaction).await
}

/// The rows of a meet; none for a meet that is not stored here.
///
/// # Errors
/// [`SaveFailure`] when the storage cannot be read.
pub async fn load(meet: MeetId) -> Result<Rows, SaveFailure> {
    let range = rows_of(meet)?;
    let records = read_only(RECORDS).await?.get_all_with_key(&range).map_err(|error| failure(&error))?;
    let records = array(&records).await?.iter().filter_map(|line| line.as_string()).collect();
    let store = read_only(VAULT).await?;
    let keys = store.get_all_keys_with_key(&range).map_err(|error| failure(&error))?;
    let values = store.get_all_with_key(&range).map_err(|error| failure(&error))?;
    let (keys, values) = (array(&keys).await?, array(&values).await?);
    let row = |(key, value): (JsValue, JsValue)| {
        let person = key.dyn_into::<Array>().ok()?.get(1).as_string()?;
        Some((person.parse().ok()?, value.as_string()?))
    };
    let facts = keys.iter().zip(values.iter()).filter_map(row).collect();
    let identity = read_only(KEYS).await?.get(&meet.to_string().into()).map_err(|error| failure(&error))?;
    Ok(Rows { records, facts, identity: result(&identity).await?.as_string() })
}

/// The snapshot of a meet with the number of records that are stored of it; none where there is no snapshot.
pub async fn snapshot(meet: MeetId) -> Option<(String, usize)> {
    let request = read_only(SNAPSHOTS).await.ok()?.get(&meet.to_string().into()).ok()?;
    let text = result(&request).await.ok()?.as_string()?;
    let request = read_only(RECORDS).await.ok()?.count_with_key(&rows_of(meet).ok()?).ok()?;
    let count = result(&request).await.ok()?.as_f64()?;
    Some((text, format!("{count}").parse().ok()?))
}

/// Keeps the snapshot of a meet.
///
/// # Errors
/// [`SaveFailure`]; the one before is kept then.
pub async fn keep_snapshot(meet: MeetId, text: &str) -> Result<(), SaveFailure> {
    let transaction = writing(&database().await?)?;
    let snapshots = object_store(&transaction, SNAPSHOTS)?;
    snapshots.put_with_key(&text.into(), &meet.to_string().into()).map_err(|error| failure(&error))?;
    completion(&transaction).await
}

/// Deletes a meet with its private facts.
///
/// # Errors
/// [`SaveFailure`]; nothing is deleted then.
pub async fn delete(meet: MeetId) -> Result<(), SaveFailure> {
    let transaction = writing(&database().await?)?;
    let range = rows_of(meet)?;
    let key = JsValue::from(meet.to_string());
    for (store, key) in [(MEETS, &key), (RECORDS, &range), (VAULT, &range), (KEYS, &key), (SNAPSHOTS, &key)] {
        object_store(&transaction, store)?.delete(key).map_err(|error| failure(&error))?;
    }
    completion(&transaction).await
}

async fn write(batch: &Batch) -> Result<(), SaveFailure> {
    let transaction = writing(&database().await?)?;
    if let Err(error) = put(&transaction, batch) {
        // What was put before the error must not be committed alone.
        let _ = transaction.abort();
        return Err(error);
    }
    completion(&transaction).await
}

/// Asks for all rows without waiting in between: a transaction that waits for anything else ends by itself.
fn put(transaction: &IdbTransaction, batch: &Batch) -> Result<(), SaveFailure> {
    let meet = JsValue::from(batch.meet.to_string());
    let (vault, records) = (object_store(transaction, VAULT)?, object_store(transaction, RECORDS)?);
    for (person, facts) in &batch.facts {
        let key = Array::of2(&meet, &person.to_string().into());
        vault.put_with_key(&facts.into(), &key).map_err(|error| failure(&error))?;
    }
    for person in &batch.erased {
        vault.delete(&Array::of2(&meet, &person.to_string().into())).map_err(|error| failure(&error))?;
    }
    for (key, line) in &batch.records {
        records.add_with_key(&line.into(), &record_key(&meet, *key)).map_err(|error| failure(&error))?;
    }
    if let Some(identity) = &batch.identity {
        let keys = object_store(transaction, KEYS)?;
        keys.put_with_key(&identity.into(), &meet).map_err(|error| failure(&error))?;
    }
    let meets = object_store(transaction, MEETS)?;
    meets.put_with_key(&batch.summary.to_text().into(), &meet).map_err(|error| failure(&error))?;
    Ok(())
}

fn record_key(meet: &JsValue, RowKey { id, copy }: RowKey) -> JsValue {
    let key = Array::of3(meet, &id.device.to_string().into(), &format!("{:010}", id.n).into());
    if let Some(hash) = copy {
        key.push(&hash.to_string().into());
    }
    key.into()
}

/// The keys that begin with the meet: arrays sort by their parts, and an array sorts above every text.
fn rows_of(meet: MeetId) -> Result<JsValue, SaveFailure> {
    let meet = JsValue::from(meet.to_string());
    let (first, last) = (Array::of1(&meet), Array::of2(&meet, &Array::new()));
    IdbKeyRange::bound(&first, &last).map(JsValue::from).map_err(|error| failure(&error))
}

async fn database() -> Result<IdbDatabase, SaveFailure> {
    if let Some(database) = DATABASE.with_borrow(Clone::clone) {
        return Ok(database);
    }
    let factory = gloo::utils::window().indexed_db().ok().flatten().ok_or(SaveFailure::Unavailable)?;
    let request = factory.open_with_u32(NAME, VERSION).map_err(|error| failure(&error))?;
    let create = {
        let request = request.clone();
        Closure::once_into_js(move || create_stores(&request))
    };
    request.set_onupgradeneeded(Some(create.unchecked_ref()));
    let database: IdbDatabase = result(&request).await?.dyn_into().map_err(|error| failure(&error))?;
    let close = {
        let database = database.clone();
        // A newer version of the app waits: let it in.
        Closure::once_into_js(move || {
            database.close();
            DATABASE.set(None);
        })
    };
    database.set_onversionchange(Some(close.unchecked_ref()));
    DATABASE.set(Some(database.clone()));
    Ok(database)
}

fn create_stores(request: &IdbOpenDbRequest) {
    let database: Option<IdbDatabase> = request.result().ok().and_then(|database| database.dyn_into().ok());
    for name in STORES {
        // One that is there stays; one that cannot be made fails the opening, which says so.
        let _ = database.as_ref().map(|database| database.create_object_store(name));
    }
}

async fn read_only(store: &str) -> Result<IdbObjectStore, SaveFailure> {
    let transaction = database().await?.transaction_with_str(store).map_err(|error| {
        DATABASE.set(None);
        failure(&error)
    })?;
    object_store(&transaction, store)
}

/// A transaction that counts as complete when the rows are on the disk. web-sys has no stable call with this option.
fn writing(database: &IdbDatabase) -> Result<IdbTransaction, SaveFailure> {
    let begin = || -> Result<JsValue, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let stores: Array = STORES.iter().map(|name| JsValue::from_str(name)).collect();
        let transaction: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
        transaction.call3(database, &stores, &"readwrite".into(), &options)
    };
    let transaction = begin().map_err(|error| {
        DATABASE.set(None);
        failure(&error)
    })?;
    transaction.dyn_into().map_err(|error| failure(&error))
}

fn object_store(transaction: &IdbTransaction, name: &str) -> Result<IdbObjectStore, SaveFailure> {
    transaction.object_store(name).map_err(|error| failure(&error))
}

async fn array(request: &IdbRequest) -> Result<Array, SaveFailure> {
    result(request).await?.dyn_into().map_err(|error| failure(&error))
}

/// Asks the browser once, after the first saving, not to clear this app's storage when the disk runs full.
fn ask_to_persist() {
    if ASKED_TO_PERSIST.replace(true) {
        return;
    }
    let storage = Reflect::get(&gloo::utils::window().navigator(), &"storage".into());
    let Ok(storage) = storage.and_then(|storage| storage.dyn_into::<web_sys::StorageManager>()) else { return };
    if let Ok(promise) = storage.persist() {
        spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}
