"""A page with the frame of ours and one chart, and nothing of ours: what Streamlit itself takes in `first_chart`."""

import plotly.graph_objects as go
import streamlit as st


def framed_chart() -> None:
    """Two choices and a search in the sidebar, a name, two drop-downs, a sentence, a chart."""
    with st.sidebar:
        st.pills("language", ["vi", "en"], default="vi")
        st.pills("screen", ["desk", "projector"], default="desk")
        st.text_input("search")
    st.html("<h1>name</h1>")
    with st.container(horizontal=True):
        st.selectbox("assessment", ["a", "b"])
        st.selectbox("group", ["a", "b"])
    st.html("<p>sentence</p>")
    st.plotly_chart(go.Figure(go.Bar(x=[3, 2, 1], y=["a", "b", "c"], orientation="h")))


st.navigation([st.Page(framed_chart, title="page", default=True)]).run()
