//! Addresses as people type them.
//!
//! Adobe's tutorials filter with `property=name=="amazon-redshift"`, and cURL sends the quotation marks as they
//! are. The HTTP library refuses them, rightly by the letter, so they are escaped before it sees them.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// A longer first line is left to the HTTP library, which has limits of its own.
const LONGEST_LINE: usize = 64 * 1024;

/// A listener whose connections understand such addresses.
pub struct Tolerant(pub TcpListener);

impl Listener for Tolerant {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Answers are small and go out whole: nothing is gained by holding one back. Where the option is refused,
        // they are only slower.
        let _ = stream.set_nodelay(true);
        let connection = Connection {
            stream,
            first_line: Some(Vec::new()),
            pending: Vec::new(),
        };
        (connection, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// A connection whose first line is read with patience. Later requests on it are passed on as they come: cURL
/// makes a connection for each command, and browsers escape by themselves.
pub struct Connection {
    stream: TcpStream,
    /// What came of the first line; `None` when it is complete.
    first_line: Option<Vec<u8>>,
    /// What the HTTP library has not taken yet.
    pending: Vec<u8>,
}

impl AsyncRead for Connection {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        while let Some(line) = &mut this.first_line {
            let mut bytes = [0; 4096];
            let mut chunk = ReadBuf::new(&mut bytes);
            ready!(Pin::new(&mut this.stream).poll_read(context, &mut chunk))?;
            let ended = chunk.filled().is_empty() || line.len() > LONGEST_LINE;
            let complete = chunk.filled().contains(&b'\n');
            line.extend_from_slice(chunk.filled());
            if complete || ended {
                this.pending = escape(line);
                this.first_line = None;
            }
        }
        if this.pending.is_empty() {
            return Pin::new(&mut this.stream).poll_read(context, buffer);
        }
        let count = this.pending.len().min(buffer.remaining());
        let taken: Vec<u8> = this.pending.drain(..count).collect();
        buffer.put_slice(&taken);
        Poll::Ready(Ok(()))
    }
}

/// Escapes what stands in the first line and may not be there; the lines behind it stay as they are.
fn escape(bytes: &[u8]) -> Vec<u8> {
    let mut escaped = Vec::with_capacity(bytes.len() + 16);
    let mut in_first_line = true;
    for byte in bytes {
        in_first_line = in_first_line && *byte != b'\n';
        match byte {
            b'"' if in_first_line => escaped.extend_from_slice(b"%22"),
            b'<' if in_first_line => escaped.extend_from_slice(b"%3C"),
            b'>' if in_first_line => escaped.extend_from_slice(b"%3E"),
            _ => escaped.push(*byte),
        }
    }
    escaped
}

impl AsyncWrite for Connection {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().stream).poll_write(context, bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().stream).poll_write_vectored(context, parts)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
