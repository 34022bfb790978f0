//! Raw calls into Python, for what its safe interface lacks: simple buffers, memory that is received
//! into before it is bytes, paths, and the interpreter's number. The only unsafe code of this crate.

#![expect(unsafe_code, reason = "this is the file for it")]

use std::ffi::{CStr, c_char, c_int};
use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::ops::Deref;
use std::ptr::NonNull;
use std::slice;

use llsocket_core::{Text, c};
use pyo3::exceptions::PyAttributeError;
use pyo3::ffi::{self, Py_buffer, Py_ssize_t, PyObject};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyList, PyString, PyTuple, PyType};

use crate::gil;
use crate::results::PyResultAny;

/// The bytes of an object, which neither move nor go as long as this lives.
pub(crate) enum Buffer<'a, 'py> {
    /// Exactly `bytes`, which never change.
    Bytes(&'a Bound<'py, PyBytes>),
    /// Any other object's, as it exports them.
    View(BufferView<'py>),
}

impl<'a, 'py> Buffer<'a, 'py> {
    /// The bytes of `object`, whatever they mean to it, if they lie side by side.
    ///
    /// TypeError where it has none, BufferError where they are scattered.
    #[inline]
    pub(crate) fn new(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        match object.cast_exact::<PyBytes>() {
            Ok(bytes) => Ok(Self::Bytes(bytes)),
            Err(_) => BufferView::new(object).map(Self::View),
        }
    }
}

impl Deref for Buffer<'_, '_> {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        match self {
            Self::Bytes(bytes) => bytes.as_bytes(),
            Self::View(exported) => exported.as_bytes(),
        }
    }
}

/// A buffer that an object has lent, and gets back.
pub(crate) struct BufferView<'py> {
    /// In memory of Python's own, where it stays: Python gives no word that it may move. Where there is no
    /// memory for it, that is Python's MemoryError.
    view: NonNull<Py_buffer>,
    attached: PhantomData<Python<'py>>,
}

impl<'py> BufferView<'py> {
    fn new(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        let py = object.py();
        // SAFETY: takes a size.
        let view = unsafe { ffi::PyMem_Malloc(size_of::<Py_buffer>()) };
        let view = NonNull::new(view.cast::<Py_buffer>()).ok_or_else(|| no_memory(py))?;
        // SAFETY: a live object, and a view for it to fill. A simple buffer is contiguous.
        unsafe {
            view.write(Py_buffer::new());
            if ffi::PyObject_GetBuffer(object.as_ptr(), view.as_ptr(), ffi::PyBUF_SIMPLE) < 0 {
                ffi::PyMem_Free(view.as_ptr().cast());
                return Err(PyErr::fetch(py));
            }
        }
        Ok(Self { view, attached: PhantomData })
    }

    fn as_bytes(&self) -> &[u8] {
        // SAFETY: filled when this was made, and not changed since.
        let view = unsafe { self.view.as_ref() };
        match usize::try_from(view.len) {
            // An empty buffer may be nowhere.
            Err(_) | Ok(0) => &[],
            // SAFETY: readable for its length until it is released. Its owner may write to it while
            // the kernel reads; what is sent is then one or the other, and we look at none of it.
            Ok(len) => unsafe { slice::from_raw_parts(view.buf.cast(), len) },
        }
    }
}

impl Drop for BufferView<'_> {
    fn drop(&mut self) {
        // SAFETY: filled by `PyObject_GetBuffer`, released and freed once, by an attached thread.
        unsafe {
            ffi::PyBuffer_Release(self.view.as_ptr());
            ffi::PyMem_Free(self.view.as_ptr().cast());
        }
    }
}

/// What the kernel has written at the beginning of `room`.
///
/// # Panics
/// Where that is more than there is room for.
pub(crate) fn received(room: &[MaybeUninit<u8>], len: usize) -> &[u8] {
    let written = &room[..len];
    // SAFETY: the core's receives answer with the number of bytes that the kernel has written.
    unsafe { slice::from_raw_parts(written.as_ptr().cast(), len) }
}

/// Bytes that nobody has seen yet, to be received into.
pub(crate) struct UninitBytes<'py>(Bound<'py, PyBytes>);

impl<'py> UninitBytes<'py> {
    /// Room for `size` bytes, which are not written.
    pub(crate) fn new(py: Python<'py>, size: usize) -> PyResult<Self> {
        let size = Py_ssize_t::try_from(size).unwrap_or(Py_ssize_t::MAX);
        // SAFETY: without a source the bytes are left as they are, until `finish`.
        unsafe { made(py, ffi::PyBytes_FromStringAndSize(std::ptr::null(), size)).map(Self) }
    }

    /// The room.
    pub(crate) fn room(&mut self) -> &mut [MaybeUninit<u8>] {
        let bytes = self.0.as_ptr();
        // SAFETY: bytes of ours alone, which nobody else refers to, or reads, before `finish`.
        unsafe {
            let len = ffi::PyBytes_Size(bytes).unsigned_abs();
            slice::from_raw_parts_mut(ffi::PyBytes_AsString(bytes).cast(), len)
        }
    }

    /// The bytes, of which the kernel has written the first `len`; a copy of these, where that is not all.
    pub(crate) fn finish(mut self, len: usize) -> PyResult<Bound<'py, PyBytes>> {
        let py = self.0.py();
        let room = self.room();
        if len < room.len() {
            return bytes(py, received(room, len));
        }
        Ok(self.0)
    }
}

/// An object that a call has made, or the exception that it has set.
///
/// # Safety
/// `object` is a new reference to an object of type `T`, or null.
#[inline]
unsafe fn made<T>(py: Python<'_>, object: *mut PyObject) -> PyResult<Bound<'_, T>> {
    // SAFETY: the caller's promise.
    unsafe { Ok(Bound::from_owned_ptr_or_err(py, object)?.cast_into_unchecked()) }
}

/// Bytes. This and what follows is in pyo3, too, but there a lack of memory is a panic.
#[inline]
pub(crate) fn bytes<'py>(py: Python<'py>, bytes: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    // SAFETY: readable for its length, and no slice is longer than that type can say.
    unsafe {
        made(py, ffi::PyBytes_FromStringAndSize(bytes.as_ptr().cast(), bytes.len() as Py_ssize_t))
    }
}

/// The text of `bytes` as paths have it: what is no UTF-8 comes back as it was when handed in again.
pub(crate) fn text<'py>(py: Python<'py>, text: &[u8]) -> PyResultAny<'py> {
    let (start, len) = (text.as_ptr().cast(), text.len() as Py_ssize_t);
    // SAFETY: as above.
    unsafe { made(py, ffi::PyUnicode_DecodeFSDefaultAndSize(start, len)) }
}

/// An integer.
#[inline]
pub(crate) fn integer(py: Python<'_>, number: i64) -> PyResultAny<'_> {
    // SAFETY: takes a number.
    unsafe { made(py, ffi::PyLong_FromLongLong(number)) }
}

/// A floating-point number.
pub(crate) fn float(py: Python<'_>, number: f64) -> PyResultAny<'_> {
    // SAFETY: takes a number.
    unsafe { made(py, ffi::PyFloat_FromDouble(number)) }
}

/// An exception with a message.
pub(crate) fn exception<const N: usize>(class: &Bound<'_, PyType>, message: &Text<N>) -> PyErr {
    let py = class.py();
    let made = text(py, message.as_bytes()).and_then(|message| {
        // SAFETY: live objects.
        unsafe {
            made(py, ffi::PyObject_CallFunctionObjArgs(class.as_ptr(), message.as_ptr(), NONE))
        }
    });
    made.map_or_else(|error| error, PyErr::from_value)
}

/// The exception of a lack of memory, for which Python needs none.
#[cold]
pub(crate) fn no_memory(py: Python<'_>) -> PyErr {
    // SAFETY: sets the exception, and answers with null.
    unsafe { ffi::PyErr_NoMemory() };
    PyErr::fetch(py)
}

/// The name of an object's class.
pub(crate) fn class_name<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyString>> {
    Ok(attribute(&object.get_type(), c"__name__")?.cast_into::<PyString>()?)
}

/// An attribute.
pub(crate) fn attribute<'py>(object: &Bound<'py, PyAny>, name: &CStr) -> PyResultAny<'py> {
    // SAFETY: a live object, and a name that ends with a NUL.
    unsafe { made(object.py(), ffi::PyObject_GetAttrString(object.as_ptr(), name.as_ptr())) }
}

/// An attribute, if there is one.
pub(crate) fn optional_attribute<'py>(
    object: &Bound<'py, PyAny>,
    name: &CStr,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    match attribute(object, name) {
        Err(error) if error.is_instance_of::<PyAttributeError>(object.py()) => Ok(None),
        attribute => attribute.map(Some),
    }
}

/// A class of a module of Python's.
pub(crate) fn imported<'py>(
    py: Python<'py>,
    module: &CStr,
    class: &CStr,
) -> PyResult<Bound<'py, PyType>> {
    // SAFETY: a name that ends with a NUL.
    let module = unsafe { made::<PyAny>(py, ffi::PyImport_ImportModule(module.as_ptr()))? };
    Ok(attribute(&module, class)?.cast_into::<PyType>()?)
}

/// The bytes of a `str` as paths have them: surrogates that stand for bytes are these bytes again.
pub(crate) fn fs_encoded<'py>(text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyBytes>> {
    // SAFETY: a live `str`.
    unsafe { made(text.py(), ffi::PyUnicode_EncodeFSDefault(text.as_ptr())) }
}

/// A copy of bytes.
pub(crate) fn copied(bytes: &Bound<'_, PyBytes>) -> PyResult<Vec<u8>> {
    let mut copy = Vec::new();
    let room = copy.try_reserve_exact(bytes.as_bytes().len());
    room.map_err(|_| no_memory(bytes.py()))?;
    copy.extend_from_slice(bytes.as_bytes());
    Ok(copy)
}

/// What ends a list of arguments.
const NONE: *mut PyObject = std::ptr::null_mut();

/// A tuple of two.
#[inline]
pub(crate) fn tuple2<'py>(one: &Bound<'py, PyAny>, two: &Bound<'py, PyAny>) -> PyResultAny<'py> {
    // SAFETY: live objects, of which the tuple takes new references.
    unsafe { made(one.py(), ffi::PyTuple_Pack(2, one.as_ptr(), two.as_ptr())) }
}

/// A tuple of three.
#[inline]
pub(crate) fn tuple3<'py>(
    one: &Bound<'py, PyAny>,
    two: &Bound<'py, PyAny>,
    three: &Bound<'py, PyAny>,
) -> PyResultAny<'py> {
    // SAFETY: as above.
    unsafe { made(one.py(), ffi::PyTuple_Pack(3, one.as_ptr(), two.as_ptr(), three.as_ptr())) }
}

/// A tuple of four.
pub(crate) fn tuple4([one, two, three, four]: [Bound<'_, PyAny>; 4]) -> PyResultAny<'_> {
    let rest = [two.as_ptr(), three.as_ptr(), four.as_ptr()];
    // SAFETY: as above.
    unsafe { made(one.py(), ffi::PyTuple_Pack(4, one.as_ptr(), rest[0], rest[1], rest[2])) }
}

/// An empty list.
pub(crate) fn list(py: Python<'_>) -> PyResult<Bound<'_, PyList>> {
    // SAFETY: takes a number.
    unsafe { made(py, ffi::PyList_New(0)) }
}

/// An empty dict.
pub(crate) fn dict(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    // SAFETY: takes nothing.
    unsafe { made(py, ffi::PyDict_New()) }
}

/// What a path-like object stands for: a `str` or `bytes`; TypeError for any other object.
pub(crate) fn fspath<'py>(path: &Bound<'py, PyAny>) -> PyResultAny<'py> {
    // SAFETY: a live object.
    unsafe { made(path.py(), ffi::PyOS_FSPath(path.as_ptr())) }
}

/// A tuple of a list's items.
pub(crate) fn tuple<'py>(list: &Bound<'py, PyList>) -> PyResultAny<'py> {
    // SAFETY: a live list.
    unsafe { made(list.py(), ffi::PyList_AsTuple(list.as_ptr())) }
}

/// `PySys_Audit`, which the stable ABI has since Python 3.13 only, and Python since 3.8.
type Audit = unsafe extern "C" fn(*const c_char, *const c_char, ...) -> c_int;

/// Raises the audit event `event` (PEP 578) with the tuple that `arguments` makes, which it does where somebody listens.
#[inline]
pub(crate) fn audit<'py, F: FnOnce() -> PyResultAny<'py>>(
    py: Python<'py>,
    event: &CStr,
    arguments: F,
) -> PyResult<()> {
    static AUDIT: PyOnceLock<Option<Audit>> = PyOnceLock::new();
    // SAFETY: names that end with a NUL; what is found by this one is a function of this type.
    let find = || unsafe {
        let found = c::dlsym(c::RTLD_DEFAULT, c"PySys_Audit".as_ptr());
        std::mem::transmute::<*mut std::ffi::c_void, Option<Audit>>(found)
    };
    let Some(audit) = AUDIT.get_or_init(py, find) else {
        return audit_by_name(py, event, arguments);
    };
    let mut arguments = Some(arguments);
    // SAFETY: names that end with a NUL. Python calls `build` with the pointer, at most once and before this call ends.
    let status = unsafe {
        let build: unsafe extern "C" fn(*mut Option<F>) -> *mut PyObject = build::<F>;
        audit(event.as_ptr(), c"O&".as_ptr(), build, &raw mut arguments)
    };
    if status < 0 { Err(PyErr::fetch(py)) } else { Ok(()) }
}

/// Makes the arguments of an event: a tuple, or null with an exception.
///
/// # Safety
/// `arguments` is that of an [`audit`] which waits for this call, and the thread is attached.
unsafe extern "C" fn build<'py, F: FnOnce() -> PyResultAny<'py>>(
    arguments: *mut Option<F>,
) -> *mut PyObject {
    // SAFETY: the caller's promise.
    let (py, arguments) = unsafe { (Python::assume_attached(), (*arguments).take()) };
    // A panic does not leave a function of C.
    match arguments.map(|make| gil::guard(py, make)) {
        Some(Ok(tuple)) => tuple.into_ptr(),
        Some(Err(error)) => {
            error.restore(py);
            NONE
        }
        None => NONE,
    }
}

/// Raises an event by `sys.audit`, where the function itself is not to be found.
#[cold]
fn audit_by_name<'py>(
    py: Python<'py>,
    event: &CStr,
    arguments: impl FnOnce() -> PyResultAny<'py>,
) -> PyResult<()> {
    let all = list(py)?;
    all.append(text(py, event.to_bytes())?)?;
    for argument in arguments()?.cast_into::<PyTuple>()?.iter_borrowed() {
        all.append(argument)?;
    }
    // SAFETY: a name that ends with a NUL; the function is borrowed from `sys`, and does not go while it is called.
    unsafe {
        let audit = ffi::PySys_GetObject(c"audit".as_ptr());
        if audit.is_null() {
            return Ok(());
        }
        made::<PyAny>(py, ffi::PyObject_CallObject(audit, tuple(&all)?.as_ptr())).map(drop)
    }
}

/// Whether the interpreter is on its way out; and if it is too far gone to say so, then it is.
pub(crate) fn is_finalizing(py: Python<'_>) -> bool {
    // SAFETY: a name that ends with a NUL; what `sys` has by it is borrowed, or null without an
    // exception, and does not go while it is called.
    unsafe {
        let asked = ffi::PySys_GetObject(c"is_finalizing".as_ptr());
        asked.is_null()
            || made::<PyAny>(py, ffi::PyObject_CallFunctionObjArgs(asked, NONE))
                .and_then(|answer| answer.is_truthy())
                .unwrap_or(true)
    }
}

/// Which of the process's interpreters this is.
pub(crate) fn interpreter(_: Python<'_>) -> i64 {
    // SAFETY: the thread is attached to it.
    unsafe { ffi::PyInterpreterState_GetID(ffi::PyInterpreterState_Get()) }
}

/// Has `end` called when Python has ended. False where it keeps no more such functions.
pub(crate) fn at_exit(_: Python<'_>, end: extern "C" fn()) -> bool {
    // SAFETY: a function that takes nothing, and lives as long as the process.
    unsafe { ffi::Py_AtExit(Some(end)) == 0 }
}
