//! How a row becomes a method or a function of Python: its signature, its documentation, the reading of its
//! arguments, and the catching of panics.
//!
//! ```text
//! methods! { Socket {
//!     listen([backlog: Backlog]) = |socket| socket.listen(backlog);
//! } }
//! functions! { add_functions: device {
//!     nametoindex(name: Chars<'_>) = device::nametoindex(&name.0);
//! } }
//! ```
//!
//! Arguments in brackets are optional, and an `Option` unless a default follows; `*flags` are all flags
//! together, by position and by name; one in braces is what an option is set to, for whose absence None
//! does not stand. Behind `=` stands a call of the core that cannot block, whose outcome becomes the
//! result; a method's gets what the object wraps. `=>` is for any other: it gets what the object wraps,
//! the interpreter, and the object itself where it names one. The signature that Python shows and the help come from `doc.rs`.

/// Reads the arguments of a row, each into a variable of its name.
macro_rules! read_arguments {
    (
        ($($arg:ident: $ty:ty),*)
        ($($opt:ident: $opt_ty:ty $(= $default:expr)?),*)
    ) => {
        $(let $arg = $crate::args::required::<$ty>(stringify!($arg), $arg)?;)*
        $(
            let $opt = $crate::args::optional::<$opt_ty>(stringify!($opt), $opt)?
                $(.unwrap_or($default))?;
        )*
    };
}

/// Methods of a class, a row each.
macro_rules! methods {
    ($class:ident { $(
        $name:ident(
            $(*$alone:ident)? $($arg:ident: $ty:ty),*
            $({ $set:ident: $set_ty:ty })?
            $([ $(,)? $($opt:ident: $opt_ty:ty $(= $default:expr)?),+ ])? $(, *$flags:ident)?
        ) $(= |$inner:ident| $call:expr)? $(=> |$this:ident, $py:ident $(, $object:ident)?| $body:expr)?;
    )+ }) => {
        #[pyo3::pymethods]
        impl $class {
            $(
                #[doc = doc!($class::$name)]
                #[pyo3(
                    signature = (
                        $($arg,)* $($set=$crate::args::Given::NOT,)? $($($opt=None,)+)?
                        $(*more, $flags=None)? $(*more, $alone=None)?
                    ),
                    text_signature = None
                )]
                fn $name<'py>(
                    slf: &pyo3::Bound<'py, Self>,
                    py: pyo3::Python<'py>
                    $(, $arg: $crate::args::Arg<'_, 'py>)*
                    $(, $set: $crate::args::Given<'_, 'py>)?
                    $($(, $opt: Option<$crate::args::Arg<'_, 'py>>)+)?
                    $(
                        , more: &pyo3::Bound<'py, pyo3::types::PyTuple>
                        , $flags: Option<$crate::args::Arg<'_, 'py>>
                    )?
                    $(
                        , more: &pyo3::Bound<'py, pyo3::types::PyTuple>
                        , $alone: Option<$crate::args::Arg<'_, 'py>>
                    )?
                ) -> $crate::results::PyResultAny<'py> {
                    $crate::gil::guard(py, || {
                        $(let $set = $crate::args::given::<$set_ty>(stringify!($set), &$set)?;)?
                        read_arguments! {
                            ($($arg: $ty),*) ($($($opt: $opt_ty $(= $default)?),+)?)
                        }
                        $(let $flags = $crate::args::flags(more, $flags)?;)?
                        $(let $alone = $crate::args::flags(more, $alone)?;)?
                        $(slf.get().call(py, |$inner| $call))?
                        $({
                            let ($this, $py) = (slf.get(), py);
                            $(let $object = slf;)?
                            $body
                        })?
                    })
                }
            )+
        }
    };
}

/// Functions of one module of the package, a row each, and the function that adds them to the native module.
macro_rules! functions {
    ($add:ident: $package:ident { $(
        $name:ident(
            $(*$alone:ident)? $($arg:ident: $ty:ty),*
            $([ $(,)? $($opt:ident: $opt_ty:ty $(= $default:expr)?),+ ])? $(, *$flags:ident)?
        ) $(= $call:expr)? $(=> |$py:ident| $body:expr)?;
    )+ }) => {
        #[doc = concat!("Adds the functions of `", stringify!($package), "`.")]
        pub(crate) fn $add(
            module: &pyo3::Bound<'_, pyo3::types::PyModule>,
        ) -> pyo3::PyResult<()> {
            $(
                #[doc = doc!($package::$name)]
                #[pyo3::pyfunction]
                #[pyo3(
                    signature = ($($arg,)* $($($opt=None,)+)? $(*more, $flags=None)? $(*more, $alone=None)?),
                    text_signature = None
                )]
                fn $name<'py>(
                    py: pyo3::Python<'py>
                    $(, $arg: $crate::args::Arg<'_, 'py>)*
                    $($(, $opt: Option<$crate::args::Arg<'_, 'py>>)+)?
                    $(
                        , more: &pyo3::Bound<'py, pyo3::types::PyTuple>
                        , $flags: Option<$crate::args::Arg<'_, 'py>>
                    )?
                    $(
                        , more: &pyo3::Bound<'py, pyo3::types::PyTuple>
                        , $alone: Option<$crate::args::Arg<'_, 'py>>
                    )?
                ) -> $crate::results::PyResultAny<'py> {
                    $crate::gil::guard(py, || {
                        read_arguments! {
                            ($($arg: $ty),*) ($($($opt: $opt_ty $(= $default)?),+)?)
                        }
                        $(let $flags = $crate::args::flags(more, $flags)?;)?
                        $(let $alone = $crate::args::flags(more, $alone)?;)?
                        $($crate::results::IntoPyResult::into_py_result($call, py))?
                        $({
                            let $py = py;
                            $body
                        })?
                    })
                }
            )+
            $(
                let function = pyo3::wrap_pyfunction!($name, module)?;
                $crate::add_function(module, stringify!($package), stringify!($name), &function)?;
            )+
            Ok(())
        }
    };
}
