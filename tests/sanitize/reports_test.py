"""Tests of how the reports of the sanitizers are read."""

import reports

LEAK = """
=================================================================
==7==ERROR: LeakSanitizer: detected memory leaks

Direct leak of 64 byte(s) in 1 object(s) allocated from:
    #0 0x7f004bcb89cf in __interceptor_malloc asan_malloc_linux.cpp:69 [/usr/lib/libasan.so.8]
{frames}
Indirect leak of 8 byte(s) in 1 object(s) allocated from:
    #0 0x7f004bcb89cf in __interceptor_malloc asan_malloc_linux.cpp:69 [/usr/lib/libasan.so.8]
    #1 0x56319b1c071d in alloc::alloc alloc.rs:9 [/build/llsocket.so]

SUMMARY: AddressSanitizer: 72 byte(s) leaked in 2 allocation(s).
"""
OWN_FRAME = "    #1 0x56319b1c071c in alloc::alloc alloc.rs:9 [/build/llsocket.so]\n"
LIBC_FRAME = "    #1 0x56319b1c071b in getaddrinfo  (/lib/libc.so.6+0x77) [/lib/libc.so.6]\n"
LUA_FRAME = "    #2 0x56319b1c071a  (/src/llsocket/lua5.4+0x77) [/src/llsocket/lua5.4]\n"


class TestSanitizerReports:
    """Which reports of a sanitizer are this library's."""

    def findings(self, report):
        return reports.findings(report, "llsocket")

    def test_a_leak_of_the_library(self):
        (leak,) = self.findings(LEAK.format(frames=OWN_FRAME + LUA_FRAME))
        assert leak.startswith("Direct leak of 64 byte(s)")

    def test_a_leak_of_what_the_library_has_allocated_by_the_c_library(self):
        assert self.findings(LEAK.format(frames=LIBC_FRAME + OWN_FRAME))

    def test_a_leak_of_the_interpreter_which_the_library_has_called(self):
        assert not self.findings(LEAK.format(frames=LUA_FRAME + OWN_FRAME))

    def test_an_error_of_any_program(self):
        report = "==7==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x1\n"
        assert self.findings(report) == [report]

    def test_a_warning_is_no_error(self):
        assert not self.findings("==7==WARNING: AddressSanitizer failed to allocate 0x1 bytes\n")
